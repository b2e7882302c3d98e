import { cpSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { manifestEntry } from '../../support/corpus-folder.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { play, REFUSED, sentIn } from '../../support/model-script.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

const INTERNAL = [
  '内部办法',
  '一、调训',
  '各处室要在3月底前报送内部调训名额，名额分配方案不对外公开。',
].join('\n');
const QUESTION = '内部调训名额什么时候报送？';

let corpus: string;
const houses: ModelHouse[] = [];

beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'internal-corpus-'));
  cpSync(SHIPPED_CORPUS, corpus, { recursive: true });
  await writeFile(join(corpus, 'internal.txt'), INTERNAL);
  const fields = { file: 'internal.txt', title: '内部办法', openness: '内部' };
  const [, entry = ''] = stringify([manifestEntry(fields, INTERNAL)], { indent: 2 }).split(
    /^(?=- )/mu,
  );
  const manifest = readFileSync(join(corpus, 'manifest.yaml'), 'utf8').trimEnd();
  const added = (entry || stringify([manifestEntry(fields, INTERNAL)]))
    .trimEnd()
    .replaceAll('\n', '\n  ');
  await writeFile(join(corpus, 'manifest.yaml'), `${manifest}\n  ${added}\n`);
});
afterAll(async () => {
  for (const house of houses) await house.close();
  await rm(corpus, { recursive: true, force: true });
});

/** What was sent to the model, and what the person got, for a question about the internal text. */
async function askWith(settings: (house: ModelHouse) => Readonly<Record<string, string>>) {
  const probe = await makeModelHouse();
  houses.push(probe);
  const house = await makeModelHouse(
    { OPENAI_BASE_URL: probe.double.url, ...settings(probe) },
    corpus,
  );
  houses.push(house);
  play(probe.double, { answer: REFUSED });
  const heard = await (await house.talk('visitor')).say(QUESTION);
  return { heard, sent: probe.double.requests.map(sentIn).join('\n') };
}

describe('internal text', () => {
  it('goes to no endpoint that the operator has not named, and is quoted all the same', async () => {
    const { heard, sent } = await askWith(() => ({}));
    expect(sent).not.toContain('名额分配方案');
    expect(heard.text).toContain('3月底前');
    expect(heard.text).not.toContain('未载明');
  });

  it('goes to the endpoint whose host is named', async () => {
    const { sent } = await askWith(({ double }) => ({
      GANXUN_MODEL_INTERNAL: new URL(double.url).host,
    }));
    expect(sent).toContain('名额分配方案');
  });

  it('does not follow to another endpoint', async () => {
    const { sent } = await askWith(() => ({ GANXUN_MODEL_INTERNAL: 'llm.example.cn' }));
    expect(sent).not.toContain('名额分配方案');
  });
});
