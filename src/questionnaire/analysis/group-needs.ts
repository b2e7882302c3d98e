import { isFew } from '../../few.ts';
import { SCALE } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { weightedGap } from './borich.ts';
import type { PairColumn, SingleColumn } from './columns.ts';
import { countMarks, type PairSums, sumPairs } from './count-column.ts';
import { openMarks, tellsMarks } from './hide-marks.ts';
import { tighten } from './tighten.ts';

/** What one group needs of one content item. */
export interface NeedOfGroup {
  readonly id: string;
  readonly text: string;
  /** Of the band's options. */
  readonly group: number;
  /** Weighted by the mean importance of all respondents, so that groups can be compared. */
  readonly mwds: number;
  readonly sums: PairSums;
  /** All others who marked the item. */
  readonly rest: PairSums;
}

/**
 * The need of each group that may be told of: five at least marked the item, and so did those of
 * whom nothing is told, since their sums are what the others leave of all.
 */
export function groupNeeds(
  column: PairColumn,
  band: SingleColumn,
  isShown: readonly boolean[],
): readonly NeedOfGroup[] {
  const groups = sumPairs(column, band.chosen, isShown.length);
  const all = sumPairs(column, new Int16Array(band.chosen.length), 1)[0] as PairSums;
  const told = [openMarks(countMarks(column.importance)), openMarks(countMarks(column.competence))];
  const mayBeTold = (sums: PairSums) => sums.people >= FEWEST && !isGivenAway(sums, told);
  const open = new Set(groups.keys());
  for (const [at, sums] of groups.entries()) {
    if (!isShown[at] || !mayBeTold(sums)) open.delete(at);
  }
  while (open.size > 0) {
    const rest = [...open].reduce((left, at) => minus(left, groups[at] as PairSums), all);
    if (rest.people === 0 || mayBeTold(rest)) break;
    const smallest = [...open].reduce((one, other) =>
      (groups[other] as PairSums).people < (groups[one] as PairSums).people ? other : one,
    );
    open.delete(smallest);
  }
  return [...open].map((group) => {
    const sums = groups[group] as PairSums;
    const { id, text } = column.item;
    return {
      ...{ id, text, group, sums },
      mwds: weightedGap(sums, all.importance / all.people),
      rest: minus(all, sums),
    };
  });
}

/**
 * Whether the mean gap of some people tells that one to four of them gave a mark: by the ends of the
 * scale, or by what is told of the marks of all, such as that nobody gave some of them.
 *
 * @param told how often all gave each mark, of importance and of competence; null where it is hidden
 */
function isGivenAway(
  { people, importance, competence }: PairSums,
  told: readonly (readonly number[] | null)[],
): boolean {
  if (tellsMarks(importance, people) || tellsMarks(competence, people)) return true;
  const ranges = told.flatMap((marks) =>
    SCALE.map((_, at) => ({ low: 0, high: Math.min(people, marks?.[at] ?? people) })),
  );
  const ofScale = (scale: number) =>
    SCALE.map((_, at) => ({ at: scale * SCALE.length + at, weight: 1 }));
  const gap = [0, 1].flatMap((scale) =>
    SCALE.map((mark, at) => ({
      ...{ at: scale * SCALE.length + at, weight: scale === 0 ? mark : -mark },
    })),
  );
  const found = tighten(ranges, [
    { terms: ofScale(0), low: people, high: people },
    { terms: ofScale(1), low: people, high: people },
    { terms: gap, low: importance - competence, high: importance - competence },
  ]);
  return found.some(({ low, high }) => low === high && isFew(low));
}

function minus(one: PairSums, other: PairSums): PairSums {
  return {
    people: one.people - other.people,
    importance: one.importance - other.importance,
    competence: one.competence - other.competence,
    squaredGap: one.squaredGap - other.squaredGap,
  };
}
