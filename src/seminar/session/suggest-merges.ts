import { type Compared, compared, saysTheSame } from './says-the-same.ts';
import type { Contribution } from './session.ts';
import { standing } from './standing.ts';

/** Contributions that say nearly the same, for a trainer to merge or not. */
export interface MergeGroup {
  /** The first on the list. */
  readonly into: Contribution;
  /** By number. */
  readonly others: readonly Contribution[];
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly alike: number;
}

/**
 * Groups of near-duplicates among what stands, by number. Every two of a group are alike, so that no
 * chain of small steps leads from one sense to another.
 */
export function suggestMerges(contributions: readonly Contribution[]): readonly MergeGroup[] {
  const list = standing(contributions).map(({ contribution }) => contribution);
  const pairs = alikePairs(list.map(({ text }) => compared(text)));
  const isAlike = new Set(pairs.map(({ one, other }) => keyOf(one, other)));
  const groupOf = list.map((_, at) => [at]);
  for (const { one, other } of pairs) {
    const [left, right] = [groupOf[one], groupOf[other]] as [number[], number[]];
    if (left === right) continue;
    if (!left.every((a) => right.every((b) => isAlike.has(keyOf(a, b))))) continue;
    left.push(...right);
    for (const at of right) groupOf[at] = left;
  }
  return [...new Set(groupOf)]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [into, ...others] = group
        .toSorted((a, b) => a - b)
        .map((at) => list[at] as Contribution);
      return { into: into as Contribution, others };
    })
    .toSorted((one, other) => one.into.number - other.into.number);
}

/** The most alike first. */
function alikePairs(texts: readonly Compared[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [other, text] of texts.entries()) {
    for (let one = 0; one < other; one++) {
      const alike = saysTheSame(texts[one] as Compared, text);
      if (alike > 0) pairs.push({ one, other, alike });
    }
  }
  return pairs.toSorted((a, b) => b.alike - a.alike || a.one - b.one || a.other - b.other);
}

function keyOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
