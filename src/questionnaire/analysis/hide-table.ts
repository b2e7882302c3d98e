import { isFew } from '../../few.ts';
import { FEWEST } from '../survey.ts';

type Mask = boolean[][];

/**
 * Which cells of a table are hidden where the sums of all its rows and columns are known; null where
 * no choice of cells keeps the small ones. Each sum is taken to be 0 or five and more.
 *
 * Seen as a graph, rows and columns are nodes and hidden cells edges. What an edge counts can be
 * solved for exactly where it is a bridge; on a cycle, one can be put to and taken from its cells in
 * turn, so no cell of a cycle is told by the sums, as long as all of them are 1 at least. Hence zeros
 * are never hidden here, and cells are added until no hidden one is a bridge and the hidden ones of
 * each row and column are five people at least.
 */
export function hideTable(counts: readonly (readonly number[])[]): Mask | null {
  const hidden: Mask = counts.map((row) => row.map(isFew));
  for (;;) {
    if (widenSmallSums(counts, hidden)) continue;
    const bridge = findBridge(hidden);
    if (bridge === null) return hidden;
    if (!closeCycle(counts, hidden, bridge)) return null;
  }
}

/** Hides one more where the hidden cells of a row or column are fewer than five people. */
function widenSmallSums(counts: readonly (readonly number[])[], hidden: Mask): boolean {
  for (const line of linesOf(counts)) {
    const behind = line.filter(([row, column]) => hidden[row]?.[column]);
    const sum = behind.reduce((total, [row, column]) => total + at(counts, row, column), 0);
    if (behind.length === 0 || sum >= FEWEST) continue;
    const open = line
      .filter(([row, column]) => !hidden[row]?.[column] && at(counts, row, column) > 0)
      .toSorted((one, other) => at(counts, ...one) - at(counts, ...other));
    const [next] = open;
    if (next === undefined) continue;
    hide(hidden, next);
    return true;
  }
  return false;
}

type Place = readonly [row: number, column: number];

function linesOf(counts: readonly (readonly number[])[]): Place[][] {
  const width = counts[0]?.length ?? 0;
  const rows = counts.map((row, r) => row.map((_, c): Place => [r, c]));
  const columns = Array.from({ length: width }, (_, c) => counts.map((_row, r): Place => [r, c]));
  return [...rows, ...columns];
}

/** A hidden cell without which its row and column are no longer joined by hidden cells. */
function findBridge(hidden: Mask): Place | null {
  for (const [r, row] of hidden.entries()) {
    for (const [c, isHidden] of row.entries()) {
      if (isHidden && !isJoined(hidden, [r, c])) return [r, c];
    }
  }
  return null;
}

/** Whether another way leads from the cell's row to its column. */
function isJoined(hidden: Mask, [row, column]: Place): boolean {
  const rows = new Set([row]);
  const columns = new Set<number>();
  const queue = [row];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const [c, isHidden] of (hidden[next] ?? []).entries()) {
      if (!isHidden || columns.has(c) || (next === row && c === column)) continue;
      if (c === column) return true;
      columns.add(c);
      for (const [r, other] of hidden.entries()) {
        if (!other[c] || rows.has(r)) continue;
        rows.add(r);
        queue.push(r);
      }
    }
  }
  return false;
}

/** Hides the fewest people that make a square of hidden cells with this one. */
function closeCycle(
  counts: readonly (readonly number[])[],
  hidden: Mask,
  [row, column]: Place,
): boolean {
  let best: { readonly added: readonly Place[]; readonly cost: number } | null = null;
  for (const [r, other] of counts.entries()) {
    for (const c of other.keys()) {
      if (r === row || c === column) continue;
      const corners: Place[] = [
        [row, c],
        [r, column],
        [r, c],
      ];
      if (corners.some((place) => at(counts, ...place) === 0)) continue;
      const added = corners.filter(([one, two]) => !hidden[one]?.[two]);
      const cost = added.reduce((sum, place) => sum + at(counts, ...place), 0);
      if (best === null || cost < best.cost) best = { added, cost };
    }
  }
  if (best === null) return false;
  for (const place of best.added) hide(hidden, place);
  return true;
}

function at(counts: readonly (readonly number[])[], row: number, column: number): number {
  return counts[row]?.[column] ?? 0;
}

function hide(hidden: Mask, [row, column]: Place): void {
  (hidden[row] as boolean[])[column] = true;
}
