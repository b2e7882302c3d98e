import type { Contribution } from './session.ts';

/** A contribution that stands for itself, with what was merged into it. */
export interface Standing {
  readonly contribution: Contribution;
  readonly merged: readonly Contribution[];
}

/** What can be voted on, by number. */
export function standing(contributions: readonly Contribution[]): readonly Standing[] {
  const below = new Map<string, Contribution[]>();
  for (const one of contributions) {
    if (one.mergedInto === null) continue;
    below.set(one.mergedInto, [...(below.get(one.mergedInto) ?? []), one]);
  }
  return contributions
    .filter(({ mergedInto }) => mergedInto === null)
    .toSorted((one, other) => one.number - other.number)
    .map((contribution) => ({ contribution, merged: below.get(contribution.id) ?? [] }));
}

/** The list once `ids` are merged into one, or, where `into` is null, taken out again. */
export function withMerged(
  contributions: readonly Contribution[],
  ids: readonly string[],
  into: string | null,
): readonly Contribution[] {
  const target =
    into === null ? null : (contributions.find(({ id }) => id === into)?.mergedInto ?? into);
  return contributions.map((one) => {
    if (one.id === target) return one;
    const isBelow = target !== null && one.mergedInto !== null && ids.includes(one.mergedInto);
    return ids.includes(one.id) || isBelow ? { ...one, mergedInto: target } : one;
  });
}
