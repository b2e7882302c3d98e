import { type Contribution, POINTS, type TallyLine, type Votes } from './session.ts';
import { standing } from './standing.ts';

/**
 * Sums 3, 2 and 1 points. What was merged counts for what it was merged into; equal points share a
 * rank, in the order of the list, and the rank after them is skipped.
 */
export function tally(contributions: readonly Contribution[], votes: Votes): readonly TallyLine[] {
  const counted = standing(contributions).map(({ contribution, merged }) => {
    const all = [contribution, ...merged].map(({ id }) => votes.get(id) ?? NO_VOTES);
    const sum = (place: 0 | 1 | 2) => all.reduce((total, one) => total + one[place], 0);
    const own = [sum(0), sum(1), sum(2)] as const;
    const points = own.reduce((total, count, place) => total + count * (POINTS[place] ?? 0), 0);
    return { contribution, points, votes: own };
  });
  return counted
    .toSorted((one, other) => other.points - one.points)
    .map((line) => ({
      ...line,
      rank: 1 + counted.filter(({ points }) => points > line.points).length,
    }));
}

const NO_VOTES = [0, 0, 0] as const;

/** The ranks that several share; without points nothing is a tie. */
export function tiedRanks(lines: readonly TallyLine[]): ReadonlySet<number> {
  const shared = lines.filter(
    (line) => line.points > 0 && lines.some((one) => one !== line && one.rank === line.rank),
  );
  return new Set(shared.map(({ rank }) => rank));
}

/** Those with the most points: several where they are tied, none where nobody voted. */
export function leading(lines: readonly TallyLine[]): readonly TallyLine[] {
  return lines.filter(({ rank, points }) => rank === 1 && points > 0);
}
