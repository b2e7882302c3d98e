import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/questionnaire/analysis/analyse.ts';
import type { Answer, Answers } from '../../../src/questionnaire/answers.ts';
import { multiple, number, pair, questionnaireOf, ranking, single, text } from './items.ts';

/*
 * Twelve respondents, six of each level. Marks are importance/competence; – is 不适用, a half pair is
 * 5/_ .
 *
 *        level  A     B     C     D     days  channel      order
 *   r1   县处级  5/2   4/4   3/3   5/2   3     线下         甲乙丙
 *   r2   县处级  4/2   5/5   2/3   4/1   3     线下         甲乙丙
 *   r3   县处级  5/1   4/4   3/4   5/2   5     线下 线上    甲丙乙
 *   r4   县处级  4/1   5/4   3/3   4/1   5     线下 线上    乙甲丙
 *   r5   县处级  5/2   4/5   2/2   –     5     线下 线上    乙甲丙
 *   r6   县处级  4/1   5/4   3/3   –     3     线下 线上    甲乙丙
 *   r7   乡科级  5/3   4/4   2/2   5/2   3     线上         丙甲乙
 *   r8   乡科级  4/4   5/5   3/3   5/_   5     线上         甲乙丙
 *   r9   乡科级  5/4   4/4   3/4   4/1   10    线上         乙丙甲
 *   r10  乡科级  4/3   5/5   2/2   5/1   10    线上         甲乙丙
 *   r11  乡科级  5/4   4/4   3/2   4/2   10    线上         甲丙乙
 *   r12  乡科级  4/4   5/4   3/3   5/2   10    线上         丙乙甲
 */
const LEVELS = ['县处级', '乡科级'];
const MARKS: Readonly<Record<'A' | 'B' | 'C' | 'D', readonly string[]>> = {
  A: ['5/2', '4/2', '5/1', '4/1', '5/2', '4/1', '5/3', '4/4', '5/4', '4/3', '5/4', '4/4'],
  B: ['4/4', '5/5', '4/4', '5/4', '4/5', '5/4', '4/4', '5/5', '4/4', '5/5', '4/4', '5/4'],
  C: ['3/3', '2/3', '3/4', '3/3', '2/2', '3/3', '2/2', '3/3', '3/4', '2/2', '3/2', '3/3'],
  D: ['5/2', '4/1', '5/2', '4/1', '–', '–', '5/2', '5/_', '4/1', '5/1', '4/2', '5/2'],
};
const DAYS = [3, 3, 5, 5, 5, 3, 3, 5, 10, 10, 10, 10];
const CHANNELS = [[0], [0], [0, 1], [0, 1], [0, 1], [0, 1], [1], [1], [1], [1], [1], [1]];
const ORDERS =
  '甲乙丙 甲乙丙 甲丙乙 乙甲丙 乙甲丙 甲乙丙 丙甲乙 甲乙丙 乙丙甲 甲乙丙 甲丙乙 丙乙甲'.split(' ');

const QUESTIONNAIRE = questionnaireOf([
  single('level', LEVELS, { text: '您的层级是？', isBand: true }),
  pair('A'),
  pair('B'),
  pair('C'),
  pair('D'),
  number('days'),
  multiple('channel', ['线下', '线上']),
  ranking('order', ['甲', '乙', '丙']),
  text('open'),
]);

const RESPONSES = DAYS.map((days, at): Answers => {
  const marks = Object.entries(MARKS).map(([id, all]): [string, Answer] => {
    const [importance, competence] = (all[at] as string).split('/');
    if (competence === undefined) return [id, { kind: 'not-applicable' }];
    const second = competence === '_' ? null : Number(competence);
    return [id, { kind: 'scale-pair', importance: Number(importance), competence: second }];
  });
  const order = [...(ORDERS[at] as string)].map((option) => ['甲', '乙', '丙'].indexOf(option));
  return {
    ...Object.fromEntries(marks),
    level: { kind: 'single', option: at < 6 ? 0 : 1, other: '' },
    days: { kind: 'number', value: days },
    channel: { kind: 'multiple', options: CHANNELS[at] as number[], other: '' },
    order: { kind: 'ranking', order },
    open: { kind: 'text', text: at < 7 ? `多一些案例教学，${at}` : `工学矛盾突出${at}` },
  };
});

const found = analyse(QUESTIONNAIRE, RESPONSES, 20);

describe('figures worked out by hand', () => {
  it('tells the sample: 12 of 20 answered, which is 0.6', () => {
    expect(found.sample).toEqual({ invited: 20, answered: 12, rate: 0.6 });
  });

  it('ranks content by Borich', () => {
    /*
     * A  importance 5+4+5+4+5+4+5+4+5+4+5+4 = 54, mean 54/12 = 4.5
     *    competence 2+2+1+1+2+1 = 9 and 3+4+4+3+4+4 = 22, 31 in all, mean 31/12 = 2.58333…
     *    discrepancies add up to 54 − 31 = 23; each weighted by 4.5: 103.5; ÷ 12 = 8.625
     * B  importance 6 × 4 + 6 × 5 = 54, mean 4.5
     *    competence 4+5+4+4+5+4 = 26 and 4+5+4+5+4+4 = 26, 52 in all, mean 4.33333…
     *    54 − 52 = 2; × 4.5 = 9; ÷ 12 = 0.75
     * C  importance 3+2+3+3+2+3 = 16 and 2+3+3+2+3+3 = 16, 32 in all, mean 2.66666…
     *    competence 3+3+4+3+2+3 = 18 and 2+3+4+2+2+3 = 16, 34 in all, mean 2.83333…
     *    32 − 34 = −2; × 32/12 = −5.33333…; ÷ 12 = −0.44444… (= −4/9)
     * D  r5 and r6 不适用, r8 half given: r1 r2 r3 r4 r7 r9 r10 r11 r12 count, n = 9
     *    importance 5+4+5+4+5+4+5+4+5 = 41, mean 41/9 = 4.55555…
     *    competence 2+1+2+1+2+1+1+2+2 = 14, mean 14/9 = 1.55555…
     *    41 − 14 = 27; ÷ 9 = 3; × 41/9 = 13.66666… (= 41/3)
     *
     * Quadrants: mean importance (4.5 + 4.5 + 2.66667 + 4.55556) ÷ 4 = 16.22222 ÷ 4 = 4.05556;
     * mean competence (2.58333 + 4.33333 + 2.83333 + 1.55556) ÷ 4 = 11.30556 ÷ 4 = 2.82639.
     * A and D are above and below: focus. B above and above: keep. C: 2.66667 below, 2.83333 above
     * 2.82639: enough.
     */
    const ranked = found.needs.map(({ id, rank, mwds, quadrant, answered }) => [
      ...[id, rank, quadrant, answered],
      mwds.toFixed(10),
    ]);
    expect(ranked).toEqual([
      ['D', 1, 'focus', 9, (41 / 3).toFixed(10)],
      ['A', 2, 'focus', 12, '8.6250000000'],
      ['B', 3, 'keep', 12, '0.7500000000'],
      ['C', 4, 'enough', 12, (-4 / 9).toFixed(10)],
    ]);
    expect(found.items.find(({ id }) => id === 'D')).toMatchObject({
      answered: 9,
      // Two of twelve: not told apart from the one who left half of it out.
      notApplicable: null,
      pair: { importance: 41 / 9, competence: 14 / 9 },
    });
  });

  it('tells the needs of groups, weighted by the mean importance of all', () => {
    /*
     * A, 县处级: importance 27, competence 9, gap (27 − 9) ÷ 6 = 3; × 4.5 = 13.5
     * A, 乡科级: importance 27, competence 22, gap 5 ÷ 6 = 0.83333…; × 4.5 = 3.75
     * B, 县处级: importance 27, competence 26, gap 1/6; × 4.5 = 0.75, and 乡科级 the same
     * C, 县处级: 16 − 18 = −2, ÷ 6 × 32/12 = −0.88888…; 乡科级: 16 − 16 = 0
     * D, 县处级: four gave both marks: not told. 乡科级 has five, and the rest would be four.
     */
    const [tab] = found.crossTabs;
    const needs = tab?.groups.map((group) =>
      group.needs.map(({ id, rank, mwds }) => [id, rank, Number(mwds.toFixed(6))]),
    );
    expect(needs).toEqual([
      [
        ['A', 1, 13.5],
        ['B', 2, 0.75],
        ['C', 3, -0.888889],
      ],
      [
        ['A', 1, 3.75],
        ['B', 2, 0.75],
        ['C', 3, 0],
      ],
    ]);
  });

  it('hides marks that few gave, and shows those that five and more gave', () => {
    const distribution = (id: string) => found.items.find((item) => item.id === id)?.distribution;
    // A: 4 and 5 six times each. Competence: 1 three times.
    expect(distribution('A')).toEqual({
      ...{ kind: 'pair', importance: [0, 0, 0, 6, 6], competence: null },
    });
    // B: competence 4 eight times, 5 four times.
    expect(distribution('B')).toMatchObject({ importance: [0, 0, 0, 6, 6], competence: null });
  });

  it('counts options, numbers and places', () => {
    const item = (id: string) => found.items.find((one) => one.id === id);
    // 线下: r1 to r6. 线上: r3 to r12, ten, so that two did not choose it: hidden.
    expect(item('channel')?.distribution).toEqual({
      kind: 'options',
      cells: [
        { label: '线下', count: 6, share: 0.5 },
        { label: '线上', count: null, share: null },
      ],
    });
    // 3 × 4 + 5 × 4 + 10 × 4 = 72, ÷ 12 = 6. Three values of four people each: 3 and 5 go together
    // (eight), then 10 alone would be four, so all are one band.
    expect(item('days')).toMatchObject({
      mean: 6,
      distribution: { cells: [{ label: '全部', count: 12 }] },
    });
    /*
     * 甲: 1 1 1 2 2 1 2 1 3 1 1 3 = 19, ÷ 12
     * 乙: 2 2 3 1 1 2 3 2 1 2 3 2 = 24, ÷ 12 = 2
     * 丙: 3 3 2 3 3 3 1 3 2 3 2 1 = 29, ÷ 12; 19 + 24 + 29 = 72 = 12 × 6
     */
    expect(item('order')?.distribution).toEqual({
      kind: 'ranking',
      places: [
        { option: '甲', mean: 19 / 12 },
        { option: '乙', mean: 2 },
        { option: '丙', mean: 29 / 12 },
      ],
    });
  });

  it('names what several people wrote, in words', () => {
    const themes = found.items.find(({ id }) => id === 'open')?.themes;
    expect(themes).toEqual([
      { words: ['案例', '教学'], people: 7 },
      { words: expect.arrayContaining(['矛盾']), people: 5 },
    ]);
  });

  it('suggests what is important and not mastered, and a group that needs it clearly more', () => {
    expect(found.suggestions.map(({ item, audience }) => [item, audience])).toEqual([
      ['D', '全体调研对象'],
      ['A', '全体调研对象'],
      // 3 against 0.83: 2.17 marks more.
      ['A', '县处级干部'],
    ]);
    expect(found.suggestions[2]?.reason).toBe(
      '该群体共6人作答，差距平均3.00分，其余人员0.83分，高出2.17分，加权差距得分13.50；建议在面向全体的课程之外，为其加深一层或者单独编班。',
    );
  });
});
