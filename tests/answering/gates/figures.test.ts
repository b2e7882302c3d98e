import { describe, expect, it } from 'vitest';
import { figuresIn, isSameFigure } from '../../../src/answering/gates/figures.ts';

const read = (text: string) =>
  figuresIn(text).map(({ value, unit, bound }) => [value, unit, bound].filter(Boolean).join(' '));

describe('figures of a text', () => {
  it.each([
    ['每年培训2000名骨干教师', ['2000 人']],
    ['每年培训两千名骨干教师', ['2000 人']],
    ['每年培训2,000人', ['2000 人']],
    ['每2至3年到党校接受1次培训', ['2~3 年', '1 次']],
    ['每两到三年一次', ['2~3 年', '1 次']],
    ['5年内累计不少于2个月', ['5 年', '2 个月 least']],
    ['不超过三天', ['3 天 most']],
    ['案例教材不少于1/3', ['1/3 least']],
    ['占三分之一以上', ['1/3 least']],
    ['占百分之三十', ['30%']],
    ['占30％', ['30%']],
    ['规划（2023—2027年）', ['2023~2027 年']],
    ['二〇二三年', ['2023 年']],
    ['国办函〔2026〕12号', ['〔2026〕12号']],
    ['（2026）第12号文', ['〔2026〕12号']],
    ['550学时', ['550 学时']],
    ['300门左右好课程、50种左右好教材', ['300 门', '50 种']],
    ['10万元', ['100000 元']],
    ['至少12.5小时', ['12.5 小时 least']],
  ])('%s', (text, figures) => {
    expect(read(text).sort()).toEqual([...figures].sort());
  });

  it.each([
    '统一安排，一定要落实，万众一心',
    '“一把手”和一线干部',
    '完善一项制度，选派一名干部，形成一个体系',
    '党校（行政学院）分级分类',
  ])('has none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['at least two months over five years', ['2 个月 least', '5 年']],
    ['every 2 to 3 years', ['2~3 年']],
    ['two to three years', ['2~3 年']],
    ['no less than one third of the courses', ['1/3 least']],
    ['two thousand teachers a year', ['2000']],
    ['thirty percent', ['30%']],
    ['once a year', ['1 次']],
    ['one of them', []],
  ])('reads English: %s', (text, figures) => {
    expect(read(text).sort()).toEqual([...figures].sort());
  });

  it('holds years apart from months, and lets an unnamed unit fit any', () => {
    const [months, years, bare] = ['2个月', '2年', '2'].map((text) => figuresIn(text)[0]);
    expect(isSameFigure(months as never, years as never)).toBe(false);
    expect(isSameFigure(months as never, bare as never)).toBe(true);
  });
});
