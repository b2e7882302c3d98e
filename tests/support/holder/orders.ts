/** Where a marker stands in a file of pages. */
export interface Find {
  readonly marker: string;
  readonly page: number;
  /** Bytes from the beginning of the file. */
  readonly offset: number;
}

export const PAGE_BYTES = 4096;

/** Every place in which a marker stands, in the clear, in bytes of whatever kind. */
export function findAll(bytes: Buffer, markers: readonly string[]): readonly Find[] {
  const found: Find[] = [];
  for (const marker of markers) {
    for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) {
      found.push({ marker, page: Math.floor(at / PAGE_BYTES), offset: at });
    }
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

/**
 * How far an order of answers is that in which they were submitted: Spearman's coefficient, from -1 to
 * 1, and near 0 where one says nothing of the other. Ties have their mean rank.
 *
 * @param submitted markers in the order of their submission
 * @param found each marker with what orders it
 */
export function likeness(
  submitted: readonly string[],
  found: readonly (readonly [marker: string, value: number])[],
): number {
  const values = new Map(found);
  const both = submitted.filter((marker) => values.has(marker));
  const ranks = ranksOf(both.map((marker) => values.get(marker) ?? 0));
  return correlation(ranks, ranksOf(both.map((_, at) => at)));
}

/**
 * The same for the order within each page alone, since pages may stand in any order: Kendall's
 * coefficient of all pairs that share one.
 */
export function likenessWithinPages(submitted: readonly string[], found: readonly Find[]): number {
  const turn = new Map(submitted.map((marker, at) => [marker, at]));
  let [alike, all] = [0, 0];
  for (const [at, one] of found.entries()) {
    for (const other of found.slice(at + 1)) {
      if (other.page !== one.page || other.marker === one.marker) continue;
      all++;
      alike += (turn.get(one.marker) ?? 0) < (turn.get(other.marker) ?? 0) ? 1 : -1;
    }
  }
  return all === 0 ? 0 : alike / all;
}

/** Each marker by its first place, or by its last. */
export function byPlace(
  found: readonly Find[],
  which: 'first' | 'last',
): readonly (readonly [string, number])[] {
  const ordered = which === 'first' ? found.toReversed() : found;
  return [...new Map(ordered.map(({ marker, offset }) => [marker, offset]))];
}

/** Each marker by the row in which it stands, as they come. */
export function byRow(
  rows: readonly string[],
  markers: readonly string[],
): readonly (readonly [string, number])[] {
  return markers.flatMap((marker) => {
    const at = rows.findIndex((row) => row.includes(marker));
    return at < 0 ? [] : [[marker, at] as const];
  });
}

function ranksOf(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same - 1) / 2;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((x, y) => x + y, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (of: (at: number) => number) => a.reduce((total, _, at) => total + of(at), 0);
  const da = (at: number) => (a[at] ?? 0) - meanA;
  const db = (at: number) => (b[at] ?? 0) - meanB;
  const spread = Math.sqrt(sum((at) => da(at) ** 2) * sum((at) => db(at) ** 2));
  return spread === 0 ? 0 : sum((at) => da(at) * db(at)) / spread;
}
