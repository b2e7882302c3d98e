import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';
import { checkAll, type Outcome } from './claims/check-grounded.ts';
import { FRESH_PLAN } from './claims/fresh-plan.ts';
import type { Wrong } from './claims/grounded.ts';
import { openRules, type RulesIndex } from './claims/open-rules.ts';
import { PLAN_FIGURES } from './claims/plan-figures.ts';
import { PLAN_FORCE } from './claims/plan-force.ts';
import { PLAN_SUBJECTS } from './claims/plan-subjects.ts';
import { RULES_CLAIMS } from './claims/rules-claims.ts';
import { UNSEEN_NOTICE } from './claims/unseen-notice.ts';
import { UNSEEN_PLAN } from './claims/unseen-plan.ts';

let plan: PlanIndex;
let rules: RulesIndex;
let outcomes: Outcome[];

beforeAll(async () => {
  [plan, rules] = await Promise.all([openPlanIndex(), openRules()]);
  const ofPlan = [...PLAN_FIGURES, ...PLAN_FORCE, ...PLAN_SUBJECTS, ...UNSEEN_PLAN, ...FRESH_PLAN];
  outcomes = [
    ...checkAll(plan.index, 'plan-2023-2027', ofPlan),
    ...checkAll(rules.index, 'rules', RULES_CLAIMS),
    ...checkAll(rules.index, 'notice', UNSEEN_NOTICE),
  ];
});
afterAll(() => Promise.all([plan.close(), rules.close()]));

const passing = (wrong: Wrong | null) => {
  const all = outcomes.filter((one) => one.wrong === wrong);
  const passed = all.filter(({ checked }) => checked.passes).map(({ text }) => text);
  return { all: all.length, passed, share: passed.length / all.length };
};

describe('claims as models write them', () => {
  it('rest on quotes that stand where they say', () => {
    const findings = outcomes.flatMap(({ checked }) => checked.findings);
    expect(findings.filter(({ gate }) => gate === 'quote')).toEqual([]);
  });

  it('pass where they are honest: 257 of 260', () => {
    const { all, share } = passing(null);
    expect(all).toBeGreaterThanOrEqual(250);
    expect(share).toBeGreaterThanOrEqual(0.985);
  });

  it.each<[Wrong, number, number]>([
    ['figure', 150, 0],
    ['bound', 60, 0],
    ['title', 4, 0],
    ['place', 3, 0],
    ['negation', 90, 0],
    ['scope', 20, 0],
    ['force', 170, 0.02],
    ['subject', 95, 0.06],
  ])('do not pass with another %s', (wrong, least, bar) => {
    const { all, share, passed } = passing(wrong);
    expect(all).toBeGreaterThanOrEqual(least);
    expect(share, passed.join('\n')).toBeLessThanOrEqual(bar);
  });

  it('may pass with another word of the matter: no gate reads meaning', () => {
    const { passed } = passing('content');
    expect(passed).toContain('完善干部人事档案，实现信息精准记录。');
  });

  it('pass dishonestly in 11 of 679', () => {
    const dishonest = outcomes.filter(({ wrong }) => wrong !== null);
    const passed = dishonest.filter(({ checked }) => checked.passes);
    expect(dishonest.length).toBeGreaterThanOrEqual(670);
    expect(passed.length / dishonest.length).toBeLessThanOrEqual(0.025);
  });
});
