import { describe, expect, it } from 'vitest';
import { figuresIn, isSameFigure } from '../../../../src/answering/gates/figure/figures.ts';

const read = (text: string) =>
  figuresIn(text).map(({ value, unit, isRate, ...marks }) =>
    [
      ...[isRate ? `每${value}` : value, unit],
      ...[marks.bound, marks.edge, marks.part, marks.counted].filter((mark) => mark !== null),
    ]
      .filter(Boolean)
      .join(' '),
  );

describe('figures of a text', () => {
  it.each([
    ['每年培训2000名骨干教师', ['每1 年', '2000 人']],
    ['每年培训两千名骨干教师', ['每1 年', '2000 人']],
    ['每年培训2,000人', ['每1 年', '2000 人']],
    ['每2至3年到党校接受1次培训', ['每2~3 年', '1 次']],
    ['每两到三年一次', ['每2~3 年', '1 次']],
    ['5年内累计不少于2个月', ['5 年 within', '2 个月 least']],
    ['不超过三天', ['3 天 most']],
    ['案例教材不少于1/3', ['1/3 least']],
    ['占三分之一以上', ['1/3 least']],
    ['占百分之三十', ['30%']],
    ['占30％', ['30%']],
    ['规划（2023—2027年）', ['2023~2027 年']],
    ['二〇二三年', ['2023 年']],
    ['国办函〔2026〕12号', ['国办函〔2026〕12号']],
    ['（2026）第12号文', ['〔2026〕12号']],
    ['550学时', ['550 学时']],
    ['300门左右好课程、50种左右好教材', ['300 门 about', '50 种 about']],
    ['约300门，近50种，120余期', ['300 门 about', '50 种 about', '120 期 more']],
    ['每季度至少组织一次', ['每1 季度', '1 次 least']],
    ['每半年通报一次', ['每0.5 年', '1 次']],
    ['每人每天400元', ['每1 人', '每1 天', '400 元']],
    ['任职后6个月内', ['6 个月 within after']],
    ['任职6个月后', ['6 个月 after']],
    ['2027年底前', ['2027 年 before end']],
    ['每年年底前', ['每1 年', '年底']],
    ['自2024年3月1日起', ['2024 年', '3 个月', '1 天 from']],
    ['两个半月，三天半', ['2.5 个月', '3.5 天']],
    ['翻一番，翻两番', ['翻1番', '翻2番']],
    ['三成，两成五', ['30%', '25%']],
    ['15个百分点', ['15 百分点']],
    ['30个工作日', ['30 工作日']],
    ['十余次，数十次，上千名', ['10 次 more', '数十 次', '上千 人']],
    ['第一季度，上半年', ['一季度', '上半年']],
    ['叁仟元，３０００元，𝟑𝟎𝟎𝟎元', ['3000 元', '3000 元', '3000 元']],
    ['⅓以上，½', ['1/3 least', '1/2']],
    ['٣门', ['3 门']],
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
    '队伍建设成效，收拾好大陆架',
  ])('has none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['at least two months over five years', ['2 个月 least', '5 年']],
    ['every 2 to 3 years', ['每2~3 年']],
    ['two to three years', ['2~3 年']],
    ['no less than one third of the courses', ['1/3 least']],
    ['two thousand teachers a year', ['2000', '每1 年']],
    ['at least half, every quarter', ['1/2 least', '每1 季度']],
    ['by 20 December 2024', ['20', '12 个月', '2024']],
    ['80 hours', ['80 时']],
    ['thirty percent', ['30%']],
    ['once a year', ['1 次', '每1 年']],
    ['one of them', []],
  ])('reads English: %s', (text, figures) => {
    expect(read(text).sort()).toEqual([...figures].sort());
  });

  it('holds years apart from months, and lets an unnamed unit fit any', () => {
    const [months, years, bare] = ['2个月', '2年', '2'].map((text) => figuresIn(text)[0]);
    expect(isSameFigure(months as never, years as never)).toBe(false);
    expect(isSameFigure(bare as never, months as never)).toBe(true);
  });

  it.each([
    ['一年', '每年', true],
    ['每五年', '五年内', false],
    ['80 hours', '80学时', true],
    ['3千美元', '3000元', false],
    ['按中发〔2022〕3号', '（中发〔2022〕3号）', true],
    ['国财行〔2022〕35号', '省财行〔2022〕35号', false],
    ['〔2022〕35号', '省财行〔2022〕35号', true],
  ])('%s as %s: %s', (claim, source, isSame) => {
    const [stated, held] = [figuresIn(claim)[0], figuresIn(source)[0]];
    expect(isSameFigure(stated as never, held as never)).toBe(isSame);
  });
});
