import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusWithInternal } from '../../support/internal-corpus.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { play, REFUSED, sentIn } from '../../support/model-script.ts';
import { signIn } from '../../support/sign-in.ts';

const QUESTION = '内部调训名额什么时候报送？';

let corpus: string;
const houses: ModelHouse[] = [];

beforeAll(async () => {
  corpus = await corpusWithInternal();
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
  // People of the house alone are answered from internal text.
  await house.add('reader', 'learner');
  const { people } = await house.app.records();
  const account = { channel: 'web', key: 'reader', person: 'reader' };
  await signIn(people, [account], house.app.clock.now());
  const heard = await (await house.talk('reader', { channel: 'web' })).say(QUESTION);
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
