/** A ranking of passages by ordinal, the best first, each at most once. */
export interface Ranking<Source> {
  readonly source: Source;
  readonly ordinals: readonly number[];
}

/** A passage by ordinal, with where each ranking that has it has it. */
export interface Fused<Source> {
  readonly ordinal: number;
  readonly score: number;
  /** In the order of the rankings. */
  readonly reasons: readonly { readonly source: Source; readonly rank: number }[];
}

/**
 * The k of reciprocal rank fusion, as its authors fixed it (Cormack, Clarke and Büttcher,
 * "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR 2009).
 */
const K = 60;

/**
 * Fuses rankings: score = Σ 1 / (K + rank), the first rank being 1. The best come first, those with
 * the same score by ordinal. Only ranks count, so that scores of different kinds need no scale.
 */
export function fuse<Source>(rankings: readonly Ranking<Source>[]): Fused<Source>[] {
  const found = new Map<number, { score: number; reasons: { source: Source; rank: number }[] }>();
  for (const { source, ordinals } of rankings) {
    for (const [at, ordinal] of ordinals.entries()) {
      const rank = at + 1;
      const one = found.get(ordinal) ?? { score: 0, reasons: [] };
      one.score += 1 / (K + rank);
      one.reasons.push({ source, rank });
      found.set(ordinal, one);
    }
  }
  return [...found]
    .map(([ordinal, { score, reasons }]) => ({ ordinal, score, reasons }))
    .sort((one, other) => other.score - one.score || one.ordinal - other.ordinal);
}
