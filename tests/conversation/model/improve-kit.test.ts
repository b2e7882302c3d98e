import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { improveKitByCommand } from '../../../src/commands/improve-kit.ts';
import { improveKitFor, whatLeavesOfKit } from '../../../src/conversation/improve-kit.ts';
import type { Kit } from '../../../src/seminar/kit.ts';
import { makeKit } from '../../../src/seminar/make-kit.ts';
import { USUAL_ORDER } from '../../../src/seminar/order.ts';
import { DRAFTING_KIT } from '../../seminar/drafting/drafting-kit.ts';
import { rewriting } from '../../seminar/drafting/rewriting-model.ts';
import { rewrite } from '../../seminar/drafting/rewritings.ts';
import { corpusWithInternal } from '../../support/internal-corpus.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { play, sentIn, taskOf } from '../../support/model-script.ts';

const TODAY = '2027-06-01';
const MENDED = rewrite('q8', { expected: '一份补训安排表，写明谁去、谁顶岗、谁来看名单' });
const FIGURE = rewrite('q2', { expected: '一条流程线，3月底前报送' });

const houses: ModelHouse[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function open(settings: Readonly<Record<string, string>> = {}, corpus?: string) {
  const house = await makeModelHouse(settings, corpus);
  houses.push(house);
  const tools = (await house.app.model())?.tools;
  if (!tools) throw new Error('Expected a chat model to be set');
  const improve = (kit: Kit, left = new AbortController().signal) =>
    improveKitFor(
      kit,
      'teacher',
      { today: TODAY, left, borrowIndex: () => house.app.borrowIndex() },
      tools,
    );
  return { ...house, tools, improve };
}

describe('a kit in the house', () => {
  it('is rewritten, counted against the day, and logged without a word of it', async () => {
    const { double, improve, app, logged } = await open();
    double.answer(rewriting([MENDED, FIGURE]));
    const improved = await improve(DRAFTING_KIT);
    expect(improved.remark).toBe('由模型润色1题，1题未通过核对，保留原题。');
    expect(double.requests.map(taskOf)).toEqual(Array.from({ length: 5 }, () => 'seminar'));
    const { modelUse } = await app.records();
    expect(await modelUse.spent('teacher', TODAY)).toBeGreaterThan(5000);
    expect(logged.map((line) => JSON.parse(line) as object)).toContainEqual({
      ...{ course: 'improved', taken: 1, kept: 9, strangers: 0, rules: { 数字不实: 1 } },
      message: 'A seminar kit was rewritten',
    });
    expect(logged.join('\n')).not.toMatch(/补训|调训|本县|12期|报送/u);
  });

  it('stays the generator’s once the day is used up', async () => {
    const { double, improve, app } = await open({ GANXUN_MODEL_TOKENS_PER_DAY: '30000' });
    double.answer(rewriting([MENDED]));
    expect(await improve(DRAFTING_KIT)).toMatchObject({ course: 'improved' });
    for (let at = 0; at < 9; at++) await improve(DRAFTING_KIT);
    const before = double.requests.length;
    expect(await improve(DRAFTING_KIT)).toMatchObject({
      ...{ course: 'over-budget', kit: DRAFTING_KIT },
      remark: '今天可用的模型用量已经用完，题目保留原样。',
    });
    expect(double.requests).toHaveLength(before);
    const spent = await (await app.records()).modelUse.spent('teacher', TODAY);
    expect(spent).toBeLessThanOrEqual(30_000);
  });

  it('takes no longer than an answer may', async () => {
    const { double, improve } = await open({ GANXUN_MODEL_TIMEOUT: '5' });
    double.answer(() => ({ kind: 'hang' }));
    const improved = await improve(DRAFTING_KIT);
    expect(improved).toMatchObject({ course: 'too-slow', kit: DRAFTING_KIT });
    await expect.poll(() => double.openConnections()).toBe(0);
  }, 15_000);

  it('ends once the person has left', async () => {
    const { double, improve } = await open();
    const leaving = new AbortController();
    double.answer(() => {
      leaving.abort();
      return { kind: 'hang' };
    });
    expect(await improve(DRAFTING_KIT, leaving.signal)).toMatchObject({ course: 'left' });
    await expect.poll(() => double.openConnections()).toBe(0);
  });

  it('is rewritten for the operator too', async () => {
    const { double, app } = await open();
    double.answer(rewriting([MENDED]));
    expect(await improveKitByCommand(DRAFTING_KIT, app)).toMatchObject({ taken: 1, kept: 9 });
  });

  it('is not rewritten where a prompt’s task is played by a model that answers otherwise', async () => {
    const { double, improve } = await open();
    play(double, { seminar: { outcome: 'answered', claims: [] } });
    expect(await improve(DRAFTING_KIT)).toMatchObject({ course: 'endpoint-failed' });
  });
});

describe('internal text', () => {
  const ORDER = { ...USUAL_ORDER, topic: '内部调训名额报送' };

  async function sentWith(settings: (host: string) => Readonly<Record<string, string>>) {
    const corpus = await corpusWithInternal();
    folders.push(corpus);
    const probe = await makeModelHouse();
    houses.push(probe);
    const host = new URL(probe.double.url).host;
    const { app, improve } = await open(
      { OPENAI_BASE_URL: probe.double.url, ...settings(host) },
      corpus,
    );
    probe.double.answer(rewriting([]));
    const kit = makeKit(await app.index(), ORDER);
    expect(kit.basis.map(({ text }) => text).join('')).toContain('名额分配方案');
    const improved = await improve(kit);
    expect(improved.kit).toEqual(kit);
    return probe.double.requests.map(sentIn).join('\n');
  }

  it('goes to no endpoint that the operator has not named', async () => {
    expect(await sentWith(() => ({}))).not.toMatch(/名额分配方案|3月底前|内部办法/u);
  });

  it('goes to the endpoint whose host is named', async () => {
    const sent = await sentWith((host) => ({ GANXUN_MODEL_INTERNAL: host }));
    expect(sent).toContain('名额分配方案');
  });
});

it('people are told what leaves', () => {
  expect(whatLeavesOfKit('llm.example.cn')).toMatch(/主题.*情况.*llm\.example\.cn.*不发送/u);
});
