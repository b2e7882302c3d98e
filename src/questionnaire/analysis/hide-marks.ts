import { isFew } from '../../few.ts';

/**
 * How often each mark was given, 1 to 5; null where any was given by fewer than five: with the mean
 * beside them, two hidden counts could be solved for.
 */
export function openMarks(marks: readonly number[]): readonly number[] | null {
  return marks.some(isFew) ? null : marks;
}

/**
 * Whether a sum of marks tells each of them: one point above all ones, or below all fives, is one
 * person who gave the neighbouring mark. Two points may be two persons or one, and tell nobody's.
 */
export function tellsMarks(
  sum: number,
  people: number,
  { lowest = 1, highest = 5 }: { readonly lowest?: number; readonly highest?: number } = {},
): boolean {
  return sum - lowest * people === 1 || highest * people - sum === 1;
}
