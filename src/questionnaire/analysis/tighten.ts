/** Whole numbers between two ends, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** That a weighted sum of some numbers lies in a range. */
export interface SumRule extends Range {
  readonly terms: readonly { readonly at: number; readonly weight: number }[];
}

/** Rules tell what they tell within a few rounds; where they go on by ones, nothing is near. */
const MOST_ROUNDS = 200;

/** What is left of the ranges of unknown whole numbers once each rule has been used on the others. */
export function tighten(ranges: readonly Range[], rules: readonly SumRule[]): readonly Range[] {
  const known = ranges.map((range) => ({ ...range }));
  let changed = true;
  for (let round = 0; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const { terms, low, high } of rules) {
      const least = terms.reduce((sum, { at, weight }) => sum + end(known, at, weight, 'low'), 0);
      const most = terms.reduce((sum, { at, weight }) => sum + end(known, at, weight, 'high'), 0);
      for (const { at, weight } of terms) {
        const own = known[at] as { low: number; high: number };
        const room = {
          low: low - (most - end(known, at, weight, 'high')),
          high: high - (least - end(known, at, weight, 'low')),
        };
        const [from, to] = weight > 0 ? [room.low, room.high] : [room.high, room.low];
        const next = {
          low: Math.max(own.low, Math.ceil(from / weight)),
          high: Math.min(own.high, Math.floor(to / weight)),
        };
        if (next.low === own.low && next.high === own.high) continue;
        // The rules contradict what was answered, as where more were chosen than may be.
        if (next.low > next.high) return ranges;
        known[at] = next;
        changed = true;
        // The sums of this rule are of before; the next round takes them up.
        break;
      }
    }
  }
  return known;
}

/** The smallest or largest that one term may be. */
function end(ranges: readonly Range[], at: number, weight: number, side: 'low' | 'high'): number {
  const { low, high } = ranges[at] as Range;
  return weight * (weight > 0 === (side === 'low') ? low : high);
}
