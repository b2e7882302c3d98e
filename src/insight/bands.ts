/**
 * Upper ends of the bands in which times are counted, in milliseconds. Each is at most two
 * thirds longer than the one before: what is told of a time is so exact.
 */
const ENDS = [
  ...[10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700],
  ...[1000, 1500, 2000, 3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 50_000, 70_000],
] as const;

/** Of what took longer than the last band. */
const LONGER = 'longer';

/** Times of one band; `above` is not in it, `upTo` is. */
export interface Band {
  /** Milliseconds. */
  readonly above: number;
  /** Null where there is no end. */
  readonly upTo: number | null;
}

/** The name of the band of a time: its upper end. */
export function bandOf(milliseconds: number): string {
  return String(ENDS.find((end) => milliseconds <= end) ?? LONGER);
}

/** Null for what is no name of a band. */
export function bandFrom(name: string): Band | null {
  const at = name === LONGER ? ENDS.length : ENDS.findIndex((end) => String(end) === name);
  return at === -1 ? null : { above: ENDS[at - 1] ?? 0, upTo: ENDS[at] ?? null };
}

/**
 * The band in which the time stands that is not exceeded by a share of all: the nearest rank, exact as
 * to its band. Null where nothing was counted.
 *
 * @param counts in any order
 */
export function bandAt(
  counts: readonly { readonly band: Band; readonly count: number }[],
  share: number,
): Band | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  for (const { band, count } of counts.toSorted((a, b) => a.band.above - b.band.above)) {
    seen += count;
    if (count > 0 && seen >= rank) return band;
  }
  return null;
}
