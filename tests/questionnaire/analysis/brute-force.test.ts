import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../../src/questionnaire/analysis/analyse.ts';
import type { Answer, Answers } from '../../../src/questionnaire/answers.ts';
import { number, pair, questionnaireOf, single } from './items.ts';

const QUESTIONNAIRE = questionnaireOf([
  single('level', ['甲', '乙'], { isBand: true }),
  pair('A'),
  pair('B'),
  pair('C'),
  number('days'),
]);

const mark = fc.integer({ min: 1, max: 5 });
const given = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(mark, mark).map((both): [number | null, number | null] => both),
  },
  { weight: 1, arbitrary: mark.map((one): [number | null, number | null] => [one, null]) },
);
const answerOf = (of: [number | null, number | null] | null): Answer =>
  of === null
    ? { kind: 'not-applicable' }
    : { kind: 'scale-pair', importance: of[0], competence: of[1] };
const responses = fc.array(
  fc
    .record({
      A: fc.option(given, { freq: 10 }),
      B: fc.option(given, { freq: 10 }),
      C: given,
      level: fc.nat(1),
      days: fc.nat(30),
    })
    .map(
      ({ A, B, C, level, days }): Answers => ({
        ...{ A: answerOf(A), B: answerOf(B), C: answerOf(C) },
        level: { kind: 'single', option: level, other: '' },
        days: { kind: 'number', value: days },
      }),
    ),
  { minLength: 30, maxLength: 90 },
);

/** Borich word for word: each one's discrepancy, weighted, and the mean of these. */
function scoreOf(marks: readonly [number, number][]): number {
  let importance = 0;
  for (const [first] of marks) importance += first;
  importance /= marks.length;
  let weighted = 0;
  for (const [first, second] of marks) weighted += (first - second) * importance;
  return weighted / marks.length;
}

function marksOf(all: readonly Answers[], id: string): [number, number][] {
  const found: [number, number][] = [];
  for (const one of all) {
    const answer = one[id];
    if (answer?.kind !== 'scale-pair') continue;
    if (answer.importance !== null && answer.competence !== null) {
      found.push([answer.importance, answer.competence]);
    }
  }
  return found;
}

it('gives the figures that straight loops give', () => {
  fc.assert(
    fc.property(responses, (all) => {
      const { needs, items, crossTabs } = analyse(QUESTIONNAIRE, all, null);
      expect(needs).toHaveLength(3);
      for (const need of needs) {
        const score = scoreOf(marksOf(all, need.id));
        expect(need.mwds).toBeCloseTo(score, 9);
        const higher = ['A', 'B', 'C'].filter((id) => scoreOf(marksOf(all, id)) > score + 1e-9);
        expect(need.rank).toBe(higher.length + 1);
      }
      for (const [at, group] of (crossTabs[0]?.groups ?? []).entries()) {
        const members = all.filter(({ level }) => level?.kind === 'single' && level.option === at);
        if (group.answered !== null) expect(group.answered).toBe(members.length);
        for (const { id, mwds } of group.needs) {
          const own = marksOf(members, id);
          const whole = marksOf(all, id);
          let gap = 0;
          for (const [first, second] of own) gap += first - second;
          let weight = 0;
          for (const [first] of whole) weight += first;
          expect(mwds).toBeCloseTo((gap / own.length) * (weight / whole.length), 9);
        }
      }
      const days = items.find(({ id }) => id === 'days');
      let sum = 0;
      for (const { days: one } of all) if (one?.kind === 'number') sum += one.value;
      expect(days?.mean).toBeCloseTo(sum / all.length, 9);
      const bands = days?.distribution?.kind === 'bands' ? days.distribution.cells : [];
      expect(bands.reduce((total, { count }) => total + (count ?? 0), 0)).toBe(all.length);
      for (const { count } of bands) expect(count).toBeGreaterThanOrEqual(5);
    }),
    { numRuns: 100 },
  );
});

it('gives the same rank to the same score and leaves the next one out', () => {
  const all = Array.from(
    { length: 10 },
    (_, at): Answers => ({
      A: answerOf([5, (at % 3) + 1]),
      B: answerOf([5, (at % 3) + 1]),
      C: answerOf([4, 4]),
    }),
  );
  const { needs } = analyse(QUESTIONNAIRE, all, null);
  expect(needs.map(({ id, rank }) => [id, rank])).toEqual([
    ['A', 1],
    ['B', 1],
    ['C', 3],
  ]);
});

it('tells nothing but totals of fewer than five', () => {
  const all = Array.from({ length: 4 }, (): Answers => ({ A: answerOf([5, 1]) }));
  expect(analyse(QUESTIONNAIRE, all, 20)).toEqual({
    sample: { invited: 20, answered: 4, rate: 0.2 },
    ...{ items: [], needs: [], changes: [], crossTabs: [], suggestions: [] },
    limits: [expect.stringContaining('不足5份')],
  });
});
