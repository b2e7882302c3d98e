import { FEWEST } from '../survey.ts';
import type { RankingColumn } from './columns.ts';
import { tellsMarks } from './hide-marks.ts';

interface Place {
  readonly option: string;
  readonly mean: number | null;
}

/**
 * Options by their mean place among those who gave them one, the best first; those that too few
 * ranked come last. Where one alone is hidden although all ranked it, the others would tell it, so
 * the best of them is hidden too.
 */
export function rankingPlaces({ item, places }: RankingColumn): readonly Place[] {
  const width = item.options.length;
  const people = item.options.map(() => 0);
  const sums = item.options.map(() => 0);
  places.forEach((place, at) => {
    if (place === 0) return;
    (people[at % width] as number)++;
    (sums[at % width] as number) += place;
  });
  const highest = item.most ?? width;
  const means = sums.map((sum, at) => {
    const count = people[at] as number;
    return count < FEWEST || tellsMarks(sum, count, { highest }) ? null : sum / count;
  });
  const isLoneHidden = means.filter((mean) => mean === null).length === 1;
  const best = Math.min(...means.map((mean) => mean ?? Number.POSITIVE_INFINITY));
  const other = isLoneHidden ? means.indexOf(best) : -1;
  return item.options
    .map(
      (option, at): Place => ({ option, mean: at === other ? null : (means[at] as number | null) }),
    )
    .toSorted((one, two) => (one.mean ?? width + 1) - (two.mean ?? width + 1));
}
