import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideCounts } from '../../../src/few.ts';
import { hideTable } from '../../../src/questionnaire/analysis/hide-table.ts';

describe('counts whose sum is known', () => {
  it.each([
    ['one of few takes the next smallest along', [12, 3, 9, 20], [3, 9]],
    ['two of few that are five together stand alone', [12, 3, 2, 20], [3, 2]],
    ['two of few that are four together take a third', [12, 1, 3, 20], [1, 3, 12]],
    ['none at all may be told', [12, 0, 20], []],
    ['nothing is hidden where nothing is small', [5, 6, 7], []],
    ['three of four each would be told by twelve', [4, 4, 4, 30, 9], [4, 4, 4, 9]],
    ['the other one of two goes too', [97, 3], [97, 3]],
  ])('%s', (_, counts, hidden) => {
    const mask = hideCounts(counts);
    expect(counts.filter((_count, at) => mask[at]).toSorted()).toEqual([...hidden].toSorted());
  });
});

/**
 * What each hidden cell may be, by the sums of rows and columns alone; it ends where each has two
 * values.
 */
function possible(counts: number[][], hidden: boolean[][]): Set<number>[] {
  const places = counts.flatMap((row, r) => row.map((_, c) => [r, c] as const));
  const unknown = places.filter(([r, c]) => hidden[r]?.[c]);
  const rows = counts.map((row, r) => row.reduce((sum, n, c) => sum + (hidden[r]?.[c] ? n : 0), 0));
  const columns = (counts[0] ?? []).map((_, c) =>
    counts.reduce((sum, row, r) => sum + (hidden[r]?.[c] ? (row[c] as number) : 0), 0),
  );
  const found = unknown.map(() => new Set<number>());
  const fill = (at: number, values: number[]): void => {
    const place = unknown[at];
    if (place === undefined) {
      if ([...rows, ...columns].some((left) => left > 0)) return;
      values.forEach((value, cell) => {
        found[cell]?.add(value);
      });
      return;
    }
    if (found.every(({ size }) => size > 1)) return;
    const [r, c] = place;
    const most = Math.min(rows[r] as number, columns[c] as number);
    for (let value = 0; value <= most; value++) {
      (rows[r] as number) -= value;
      (columns[c] as number) -= value;
      fill(at + 1, [...values, value]);
      (rows[r] as number) += value;
      (columns[c] as number) += value;
    }
  };
  fill(0, []);
  return found;
}

describe('a table whose sums are known', () => {
  const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 7 }), fc.constant(9));
  const table = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        ...{ minLength: rows, maxLength: rows },
      }),
    );

  it('leaves every small cell two values at least, by trying all', () => {
    let tried = 0;
    fc.assert(
      fc.property(table, (counts) => {
        const sums = [
          ...counts.map((row) => row.reduce((sum, n) => sum + n, 0)),
          ...(counts[0] ?? []).map((_, c) => counts.reduce((sum, row) => sum + (row[c] ?? 0), 0)),
        ];
        fc.pre(sums.every((sum) => sum === 0 || sum >= 5));
        const hidden = hideTable(counts);
        if (hidden === null) return;
        const all = possible(counts, hidden);
        const small = counts.flatMap((row, r) => row.filter((_, c) => hidden[r]?.[c]));
        small.forEach((truth, at) => {
          if (truth === 0 || truth > 4) return;
          tried++;
          expect(all[at]?.size).toBeGreaterThan(1);
        });
        // Every small one is hidden.
        expect(small.filter((n) => n > 0 && n < 5).length).toBe(
          counts.flat().filter((n) => n > 0 && n < 5).length,
        );
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(40);
  });

  it('hides more where two blocks of hidden cells would be joined by one', () => {
    // Two in each row and column, and yet the 3 amid them is what the upper rows have more than the
    // left columns.
    const counts = [
      [3, 2, 20, 20],
      [2, 3, 3, 20],
      [20, 20, 2, 3],
      [20, 20, 3, 2],
    ];
    const hidden = hideTable(counts) as boolean[][];
    const upper = [0, 1].flatMap((r) => [2, 3].filter((c) => hidden[r]?.[c]));
    const lower = [2, 3].flatMap((r) => [0, 1].filter((c) => hidden[r]?.[c]));
    expect(upper.length + lower.length).toBeGreaterThan(1);
  });
});
