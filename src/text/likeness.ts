import { pairsOf } from './pairs.ts';

/** Dice's coefficient over pairs of neighbouring characters, 0 to 1; punctuation is left out. */
export function likeness(one: string, other: string): number {
  const [first, second] = [new Set(pairsOf(one)), new Set(pairsOf(other))];
  if (first.size + second.size === 0) return 0;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}
