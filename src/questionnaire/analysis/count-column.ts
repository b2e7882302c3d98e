import { SCALE } from '../questionnaire.ts';
import type { Column, MultipleColumn, PairColumn, SingleColumn } from './columns.ts';

/** How many answered an item: gave an option, a number, a place, words, or both marks of a pair. */
export function countAnswered(column: Column): number {
  switch (column.kind) {
    case 'single':
      return sumOf(countOptions(column));
    case 'multiple':
    case 'ranking':
      return sumOf(column.given);
    case 'scale-pair':
      return column.importance.reduce((sum, mark) => sum + (mark > 0 ? 1 : 0), 0);
    case 'number':
      return column.values.length;
    case 'text':
      return column.texts.length;
    default:
      return column satisfies never;
  }
}

/** How often each option was chosen. */
export function countOptions(column: SingleColumn | MultipleColumn): readonly number[] {
  const counts = column.item.options.map(() => 0);
  const width = counts.length;
  if (column.kind === 'single') {
    for (const option of column.chosen) if (option >= 0) (counts[option] as number)++;
    return counts;
  }
  column.flags.forEach((flag, at) => {
    if (flag === 1) (counts[at % width] as number)++;
  });
  return counts;
}

/** What the marks of a pair add up to, over those who gave both; `rows` where it is but some. */
export interface PairSums {
  readonly people: number;
  readonly importance: number;
  readonly competence: number;
  /** Of squares of importance − competence. */
  readonly squaredGap: number;
}

/** Sums of a pair a group; `group` tells each response's, and −1 belongs to none. */
export function sumPairs(
  { importance, competence }: PairColumn,
  group: Int16Array,
  groups: number,
): readonly PairSums[] {
  const sums = Array.from({ length: groups }, () => ({
    ...{ people: 0, importance: 0, competence: 0, squaredGap: 0 },
  }));
  importance.forEach((mark, at) => {
    const own = sums[group[at] as number];
    if (mark === 0 || own === undefined) return;
    const other = competence[at] as number;
    own.people++;
    own.importance += mark;
    own.competence += other;
    own.squaredGap += (mark - other) ** 2;
  });
  return sums;
}

/** How often each mark was given, 1 to 5. */
export function countMarks(marks: Uint8Array): readonly number[] {
  const counts = SCALE.map(() => 0);
  for (const mark of marks) if (mark > 0) (counts[mark - 1] as number)++;
  return counts;
}

function sumOf(values: Uint8Array | readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
