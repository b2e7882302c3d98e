import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';
import { type Talk, talkWith } from '../support/talk.ts';

interface Case {
  readonly id: string;
  readonly before: string;
  readonly follow_up: string;
  readonly must_contain: readonly string[];
}

const CASES = new URL('../eval/follow-ups.jsonl', import.meta.url);
/** Of the second replies, those that hold every required phrase of the text. */
const BAR = 0.78;

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

it(`understands ${BAR} of the follow-ups of tests/eval`, { timeout: 60_000 }, async () => {
  const conversation = await plan.app.conversation();
  const cases = readFileSync(CASES, 'utf8').trim().split('\n');
  const missed: string[] = [];
  for (const line of cases) {
    const { id, before, follow_up, must_contain } = JSON.parse(line) as Case;
    const speaker = { channel: 'test', conversation: id, person: id };
    const talk: Talk = talkWith(conversation, speaker);
    await talk.say(before);
    const { text } = await talk.say(follow_up);
    if (!must_contain.every((phrase) => text.includes(phrase))) missed.push(id);
  }
  expect(cases.length).toBe(60);
  expect(1 - missed.length / cases.length, `missed: ${missed.join(' ')}`).toBeGreaterThan(BAR);
});
