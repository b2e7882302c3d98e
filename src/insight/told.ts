import { HIDDEN } from '../documents/sheet.ts';
import { FEWEST, hideCounts, isFew } from '../few.ts';

/** A number as it is told: of fewer than five only so much; `hidden` would give such a one away. */
export type Told = number | 'few' | 'hidden';

/** Of a number that stands for itself. */
export function told(count: number): Told {
  return isFew(count) ? 'few' : count;
}

/** Of numbers whose sum is told beside them. */
export function toldTogether(counts: readonly number[]): readonly Told[] {
  const hidden = hideCounts(counts);
  return counts.map((count, at) => (hidden[at] && !isFew(count) ? 'hidden' : told(count)));
}

/** Null unless both are told. */
export function shareOf(part: Told, whole: Told): number | null {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? part / whole : null;
}

export const FEW = `不足${FEWEST}`;

/** What the two signs mean. */
export const UNTOLD_NOTE = `“${FEW}”为 1 至 ${FEWEST - 1}；“${HIDDEN}”为能由其他数字推算出不足 ${FEWEST} 的，不予列示。`;

export function inFigures(count: Told): string {
  if (count === 'few') return FEW;
  return count === 'hidden' ? HIDDEN : count.toLocaleString('en-US');
}

/** With what is counted: `1,284 次`, `不足5次`. */
export function withUnit(count: Told, unit: string): string {
  if (count === 'hidden') return HIDDEN;
  return `${inFigures(count)}${count === 'few' ? '' : ' '}${unit}`;
}

/** The same after other words: `提问 1,284 次`, `提问不足5次`. */
export function spaced(count: Told, unit: string): string {
  return `${count === 'few' ? '' : ' '}${withUnit(count, unit)}`;
}
