import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRewriting } from '../../../src/seminar/drafting/check-rewriting.ts';
import { heldBy } from '../../../src/seminar/drafting/held.ts';
import { KitDraft } from '../../../src/seminar/drafting/kit-draft.ts';
import { partsOf, type Rewriting } from '../../../src/seminar/drafting/rewriting.ts';
import { lintQuestions } from '../../../src/seminar/lint/lint-questions.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';
import { DRAFTING_KIT } from './drafting-kit.ts';
import { LATER_DISHONEST, LATER_HONEST } from './later-rewritings.ts';
import { DISHONEST, HONEST } from './rewritings.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

const ITEMS = partsOf(DRAFTING_KIT).flatMap(({ items }) => items);

function rulesBrokenBy(rewriting: Rewriting): string[] {
  const item = ITEMS.find(({ id }) => id === rewriting.id);
  if (item === undefined) throw new Error(`Expected an item "${rewriting.id}"`);
  const held = heldBy(plan.index, item, DRAFTING_KIT.order);
  const findings = [
    ...checkRewriting(rewriting, item, held),
    ...new KitDraft(DRAFTING_KIT).likenessOf(rewriting, item),
  ];
  return findings.map(({ rule }) => rule);
}

it('the kit itself is clean', () => {
  expect(lintQuestions(DRAFTING_KIT.questions)).toEqual([]);
  for (const item of ITEMS) expect([item.id, rulesBrokenBy(item)]).toEqual([item.id, []]);
});

describe('honest rewritings', () => {
  const all = [...HONEST, ...LATER_HONEST];

  it('are many', () => expect(all.length).toBeGreaterThanOrEqual(50));

  it.each(all.map((one) => [one.id, one] as const))('%s: %j', (_, rewriting) => {
    expect(rulesBrokenBy(rewriting)).toEqual([]);
  });
});

describe('dishonest rewritings', () => {
  const all = [...DISHONEST, ...LATER_DISHONEST];

  it('are many', () => expect(all.length).toBeGreaterThanOrEqual(130));

  it.each(all)('%s breaks %s: %j', (_, rule, rewriting) => {
    expect(rulesBrokenBy(rewriting)).toContain(rule);
  });
});
