import { afterAll, beforeAll, expect, it } from 'vitest';
import { createQuestionMask } from '../../../src/materials/ledger/mask-question.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

function house() {
  let now = new Date('2027-06-01T04:00:00Z');
  const state = { names: ['顾小满'], read: 0, broken: false };
  const people = async () => {
    state.read++;
    if (state.broken) throw new Error('locked');
    return state.names.map((name) => ({ name }));
  };
  const mask = createQuestionMask({ people: { people }, clock: { now: () => now } });
  const wait = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  return { state, wait, ask: (question: string) => mask(plan.index, question) };
}

it('reads the names of the records once a minute', async () => {
  const { state, wait, ask } = house();
  expect(await ask('顾小满能不能补课')).toBe('（姓名已隐去）能不能补课');
  state.names = ['步惊云'];
  expect(await ask('步惊云能不能补课')).toBe('步惊云能不能补课');
  expect(state.read).toBe(1);
  wait(60);
  expect(await ask('步惊云能不能补课')).toBe('（姓名已隐去）能不能补课');
  expect(state.read).toBe(2);
});

it('keeps nothing that could not be masked, and reads again', async () => {
  const { state, ask } = house();
  state.broken = true;
  await expect(ask('顾小满能不能补课')).rejects.toThrow('locked');
  state.broken = false;
  expect(await ask('顾小满能不能补课')).toBe('（姓名已隐去）能不能补课');
});

it('leaves what stands in approved text, in pairs and in the thesaurus', async () => {
  const { state, wait, ask } = house();
  state.names = ['高校', '习近平', '路数'];
  wait(60);
  const question = '高校党委怎么学习近平新时代思想，路数有什么不一样';
  expect(await ask(question)).toBe(question);
  expect(await ask('张主任说的')).toBe('（姓名已隐去）主任说的');
});

it('takes a millisecond', async () => {
  const { state, ask } = house();
  state.names = Array.from({ length: 10_000 }, (_, at) => `人员${at}号`);
  await ask('热身');
  const begun = performance.now();
  for (let at = 0; at < 200; at++) await ask('请王建国同志和小李讲课，张主任问行不行');
  expect((performance.now() - begun) / 200).toBeLessThan(5);
});
