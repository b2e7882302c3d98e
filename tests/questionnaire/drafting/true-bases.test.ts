import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftQuestionnaire } from '../../../src/questionnaire/drafting/draft-questionnaire.ts';
import { withTrueBases } from '../../../src/questionnaire/drafting/true-bases.ts';
import type { ItemBasis, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';

let plan: PlanIndex;
let drafted: Questionnaire;

beforeAll(async () => {
  plan = await openPlanIndex();
  const order = { audience: '乡镇干部', purpose: '', period: '', topics: [] };
  drafted = draftQuestionnaire({ ...order, kind: 'needs' }, plan.index);
});
afterAll(() => plan.close());

/** The draft with the basis of each item that has one changed. */
function changed(change: (basis: ItemBasis) => ItemBasis): Questionnaire {
  const items = drafted.items.map((item) =>
    item.basis === null ? item : { ...item, basis: change(item.basis) },
  );
  return { ...drafted, items };
}

describe('a questionnaire that came from elsewhere', () => {
  it('keeps what is true', () => {
    const { questionnaire, dropped } = withTrueBases(drafted, plan.index);
    expect(questionnaire).toEqual(drafted);
    expect(dropped).toEqual([]);
  });

  it('is given the place and title of the text again', () => {
    const forged = changed((basis) => ({ ...basis, place: '九（九）', title: '某条例', start: 3 }));
    expect(withTrueBases(forged, plan.index).questionnaire).toEqual(drafted);
  });

  it('loses what the approved text does not say', () => {
    const forged = changed((basis) => ({ ...basis, text: `${basis.text}，每年不少于90学时` }));
    const { questionnaire, dropped } = withTrueBases(forged, plan.index);
    expect(questionnaire.items.every(({ basis }) => basis === null)).toBe(true);
    expect(dropped.length).toBeGreaterThan(8);
  });
});
