import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/questionnaire/analysis/analyse.ts';
import type { Analysis } from '../../../src/questionnaire/analysis/analysis.ts';
import type { Answer, Answers } from '../../../src/questionnaire/answers.ts';
import type { Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import { solvedFor } from './auditor.ts';
import { multiple, number, pair, questionnaireOf, single } from './items.ts';

const OPTIONS = ['甲', '乙', '丙', '丁'];

const QUESTIONNAIRE = questionnaireOf([
  single('level', ['县处级', '乡科级', '科员', '其他'], { isBand: true }),
  single('age', ['35岁及以下', '36岁及以上'], { isBand: true }),
  single('one', OPTIONS),
  multiple('many', OPTIONS, { most: 2 }),
  multiple('any', [...OPTIONS, '以上都没有']),
  single('head', ['是', '否']),
  single('depending', OPTIONS.slice(0, 3), { showIf: { item: 'head', is: ['是'] } }),
  pair('p'),
  pair('q'),
]);

/** Skewed, since small cells come of that: the first options are chosen most. */
const skewed = (count: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(Math.min(1, count - 1)) },
    { weight: 1, arbitrary: fc.nat(count - 1) },
  );
const mark = fc.oneof(
  { weight: 4, arbitrary: fc.constant(5) },
  { weight: 2, arbitrary: fc.integer({ min: 4, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
);
const option = (count: number) =>
  skewed(count).map((chosen): Answer => ({ kind: 'single', option: chosen, other: '' }));
const some = (count: number, most: number) =>
  fc
    .array(skewed(count), { minLength: 1, maxLength: most })
    .map((chosen): Answer => ({ kind: 'multiple', options: [...new Set(chosen)], other: '' }));
const marks = fc.record({ importance: mark, competence: mark.map((one) => 6 - one) });
const pairAnswer = fc.oneof(
  { weight: 9, arbitrary: marks.map((both): Answer => ({ kind: 'scale-pair', ...both })) },
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'not-applicable' }) },
);

const response: fc.Arbitrary<Answers> = fc
  .record(
    {
      level: option(4),
      age: option(2),
      one: option(4),
      many: some(4, 2),
      any: fc.oneof(some(4, 3), fc.constant<Answer>({ kind: 'multiple', options: [4], other: '' })),
      head: option(2),
      depending: option(3),
      p: pairAnswer,
      q: pairAnswer,
    },
    { requiredKeys: ['one', 'many', 'any', 'head', 'depending', 'p', 'q', 'level'] },
  )
  .map((answers) => {
    const { depending, ...others } = answers;
    const isHead = answers.head?.kind === 'single' && answers.head.option === 0;
    return isHead && depending !== undefined ? { ...others, depending } : others;
  });

const responses = fc.array(response, { minLength: 5, maxLength: 60, size: 'max' });

describe('what is hidden', () => {
  it('cannot be solved for from all that is told', () => {
    let hiddenCells = 0;
    fc.assert(
      fc.property(responses, (all) => {
        const analysis = analyse(QUESTIONNAIRE, all, null);
        hiddenCells += nullsOf(analysis);
        expect(solvedFor(QUESTIONNAIRE, all, analysis)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    // The audit has had something to solve for.
    expect(hiddenCells).toBeGreaterThan(1000);
  });
});

function nullsOf({ items, crossTabs }: Analysis): number {
  const ofItems = items.flatMap(({ distribution }) =>
    distribution?.kind === 'options'
      ? distribution.cells.filter(({ count }) => count === null)
      : [],
  );
  const ofTables = crossTabs.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));
  return ofItems.length + ofTables.filter((count) => count === null).length;
}

describe('the auditor', () => {
  const levels = [
    ...Array<number>(12).fill(0),
    ...Array<number>(9).fill(1),
    ...Array<number>(3).fill(2),
  ];
  const questionnaire: Questionnaire = questionnaireOf([single('level', ['甲', '乙', '丙'])]);
  const all = levels.map(
    (chosen): Answers => ({
      level: { kind: 'single', option: chosen, other: '' },
    }),
  );

  it('solves for a hidden count where its complement is told', () => {
    const analysis = analyse(questionnaire, all, null);
    const cells = analysis.items[0]?.distribution;
    expect(cells).toMatchObject({ cells: [{ count: 12 }, { count: null }, { count: null }] });
    expect(solvedFor(questionnaire, all, analysis)).toEqual([]);
    const careless = structuredClone(analysis) as Analysis;
    const [item] = careless.items;
    if (item?.distribution?.kind === 'options')
      Object.assign(item.distribution.cells[1] as object, { count: 9 });
    expect(solvedFor(questionnaire, all, careless)).toMatchObject([{ name: 'level=2', truth: 3 }]);
  });
});

describe('the mean of a number', () => {
  const days = { least: 0, most: 10 };
  const meanOf = (values: readonly number[], limits: object = days) =>
    analyse(
      questionnaireOf([number('days', limits)]),
      values.map((value): Answers => ({ days: { kind: 'number', value } })),
      null,
    ).items[0]?.mean;

  it.each([
    ['one person a step above all others', [0, 0, 0, 0, 1], days],
    ['one person a step below all others', [10, 10, 10, 10, 9], days],
    ['the same where no least is set', [0, 0, 0, 0, 1], {}],
  ])('is hidden where it tells %s', (_, values, limits) => {
    expect(meanOf(values, limits)).toBeNull();
  });

  it('is told where two ways lead to it', () => {
    expect(meanOf([0, 0, 0, 1, 1])).toBeCloseTo(0.4);
    expect(meanOf([0, 0, 0, 0, 0.5])).toBeCloseTo(0.1);
    expect(meanOf([3, 4, 5, 6, 7], {})).toBe(5);
  });
});
