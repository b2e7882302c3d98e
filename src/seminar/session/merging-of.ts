import type { Contribution } from './session.ts';

/** What merging some into one would change. */
export interface Merging {
  /** What they stand below afterwards: the one that was named, or what that is merged into. */
  readonly head: Contribution;
  /** As they stood before. */
  readonly moved: readonly Contribution[];
  /** What stands below those that are moved, and goes with them. */
  readonly below: readonly Contribution[];
  /** Of those that were named, what stands below the head already. */
  readonly already: readonly Contribution[];
}

/** Null where one of them is not on the list. */
export function mergingOf(
  list: readonly Contribution[],
  ids: readonly string[],
  into: string,
): Merging | null {
  const named = [into, ...ids].map((id) => list.find((one) => one.id === id));
  const found = named.filter((one) => one !== undefined);
  const [first] = found;
  const head = list.find((one) => one.id === (first?.mergedInto ?? into));
  if (found.length < named.length || head === undefined) return null;
  const others = found.filter((one) => one !== head);
  const moved = others.filter((one) => one.mergedInto !== head.id);
  return {
    ...{ head, moved },
    below: list.filter((one) => moved.some(({ id }) => id === one.mergedInto)),
    already: others.filter((one) => one.mergedInto === head.id),
  };
}
