import { FEWEST } from '../survey.ts';

/** Bands that a report tells numbers in; more say little. */
const MOST_BANDS = 5;
const MOST_DECIMALS = 6;

/**
 * Numbers in bands of about the same size, none of fewer than five: the edges are drawn where that
 * can be, so that nothing need be hidden. The first and last band are open, since the smallest and
 * largest number are one person's.
 *
 * @param values five at least
 */
export function numberBands(
  values: readonly number[],
  { unit, isWhole }: { readonly unit: string; readonly isWhole: boolean },
): readonly { readonly label: string; readonly count: number }[] {
  const sorted = values.toSorted((one, other) => one - other);
  const size = Math.max(FEWEST, Math.ceil(sorted.length / MOST_BANDS));
  const cuts: number[] = [];
  for (let at = size; at <= sorted.length - FEWEST; at++) {
    const isAmidSame = sorted[at] === sorted[at - 1];
    if (isAmidSame || at - (cuts.at(-1) ?? 0) < size) continue;
    cuts.push(at);
  }
  const whole = isWhole || sorted.every(Number.isInteger);
  const edges = cuts.map((at) =>
    edgeBetween(sorted[at - 1] as number, sorted[at] as number, whole),
  );
  return [0, ...cuts].map((from, at) => ({
    label: labelOf(edges[at - 1], edges[at], { unit, whole }),
    count: (cuts[at] ?? sorted.length) - from,
  }));
}

/** The shortest number above the one and not above the other. */
function edgeBetween(below: number, above: number, whole: boolean): number {
  if (whole) return below + 1;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const edge = Number((Math.floor(above * 10 ** decimals) / 10 ** decimals).toFixed(decimals));
    if (edge > below && edge <= above) return edge;
  }
  return above;
}

function labelOf(
  from: number | undefined,
  to: number | undefined,
  { unit, whole }: { readonly unit: string; readonly whole: boolean },
): string {
  if (from === undefined && to === undefined) return '全部';
  if (from === undefined) return whole ? `${(to ?? 0) - 1}${unit}及以下` : `不足${to}${unit}`;
  if (to === undefined) return `${from}${unit}及以上`;
  if (!whole) return `${from}${unit}至不足${to}${unit}`;
  return from === to - 1 ? `${from}${unit}` : `${from}至${to - 1}${unit}`;
}
