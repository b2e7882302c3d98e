import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkClaim } from '../../../src/answering/gates/check-claim.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

const QUOTE = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';

function check(text: string, quotes: readonly string[] = [QUOTE]) {
  const [passage] = plan.index.store.passagesAt('plan-2023-2027', '五（二）');
  const shown = new Map([['P1', passage as never]]);
  const claim = { text, quotes: quotes.map((quoted) => ({ passage: 'P1', text: quoted })) };
  const before = performance.now();
  const checked = checkClaim(claim, { index: plan.index, question: '', language: 'zh', shown });
  return { checked, milliseconds: performance.now() - before };
}

/** Texts that make a pattern that looks back, or ahead, begin over and over. */
const SEEDS = [
  ...['不', '要', '可', '应', '每', '约', '除', '由', '的', '(', '〔', '一', '1', '1,', '1,234,'],
  ...['百分之', '第一', '半', '不少于', '没有', '至少', '每年', '《', '省、', '一二', '支持', 'a '],
  ...['every ', 'not ', '经', '对', '是', '\u200b', '𠮷', '，', '2000名'],
];

describe('a claim', () => {
  it.each(SEEDS)('of 600 characters of %j is checked without a stall', (seed) => {
    const text = seed.repeat(600).slice(0, 600);
    expect(check(text).milliseconds).toBeLessThan(2000);
  });

  it.each(SEEDS)('of 100,000 characters of %j is rejected unread', (seed) => {
    const { checked, milliseconds } = check(seed.repeat(100_000).slice(0, 100_000));
    expect(checked.passes).toBe(false);
    expect(checked.findings.map(({ outcome }) => outcome)).toEqual(['too-long']);
    expect(checked.text.length).toBeLessThanOrEqual(600);
    expect(milliseconds).toBeLessThan(2000);
  });

  it('with ten thousand quotes is checked by its first ones', () => {
    const text = '国家级干部教育培训机构每年培训2000名骨干教师。';
    const { checked, milliseconds } = check(
      text,
      Array.from({ length: 10_000 }, () => QUOTE),
    );
    expect(checked.passes).toBe(true);
    expect(checked.cited).toHaveLength(1);
    expect(milliseconds).toBeLessThan(2000);
  });

  it('is shown without what cannot be seen', () => {
    const { checked } = check(
      '国家级\u202e干部教育\u200b培训机构\n每年培训20\u{336}00名\u2066骨干教师。',
    );
    expect(checked.text).toBe('国家级干部教育培训机构 每年培训2000名骨干教师。');
    expect(checked.passes).toBe(true);
  });

  it('does not hide a figure behind what cannot be seen', () => {
    expect(check('国家级干部教育培训机构每年培训3\u200b000名骨干教师。').checked.passes).toBe(
      false,
    );
    expect(check('国家级干部教育培训机构每年培训3\u202c000名骨干教师。').checked.passes).toBe(
      false,
    );
  });
});
