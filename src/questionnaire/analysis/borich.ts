import type { NeedRank, Quadrant } from './analysis.ts';
import type { PairSums } from './count-column.ts';

/**
 * Borich's mean weighted discrepancy score. A respondent's discrepancy is importance − competence;
 * weighted by the item's mean importance over all respondents; the score is the mean of these:
 *
 *     MWDS = Σ (importance − competence) × mean importance ÷ n
 *
 * over those who gave both marks, which comes to (mean importance − mean competence) × mean
 * importance. It runs from −4 to 20 on marks of 1 to 5.
 *
 * Source: G. D. Borich, "A needs assessment model for conducting follow-up studies", Journal of
 * Teacher Education 31(3), 1980, 39–42.
 */
function weightedDiscrepancy(sums: PairSums): number {
  return weightedGap(sums, sums.importance / sums.people);
}

/** The mean discrepancy of some respondents, weighted by a mean importance. */
export function weightedGap(
  { people, importance, competence }: PairSums,
  meanImportance: number,
): number {
  return ((importance - competence) / people) * meanImportance;
}

/** What is ranked: an item and its sums. */
export interface Content {
  readonly id: string;
  readonly text: string;
  readonly sums: PairSums;
  readonly isPrescribed: boolean;
}

/** Content by its score, the largest first; the same score has the same rank, and the next is left out. */
export function rankNeeds(contents: readonly Content[]): readonly NeedRank[] {
  const means = quadrantLines(contents);
  const scored = contents.map(({ id, text, sums, isPrescribed }) => {
    const importance = sums.importance / sums.people;
    const competence = sums.competence / sums.people;
    return {
      ...{ id, text, importance, competence, isPrescribed },
      mwds: weightedDiscrepancy(sums),
      answered: sums.people,
      quadrant: quadrantOf({ importance, competence }, means),
    };
  });
  return withRanks(scored);
}

/** Scores this close are the same: they differ by the rounding of a division alone. */
const SAME = 1e-9;

/** Sorted by score, the order kept where it is the same, with ranks 1, 2, 2, 4. */
export function withRanks<Scored extends { readonly mwds: number }>(
  scored: readonly Scored[],
): readonly (Scored & { readonly rank: number })[] {
  const sorted = scored.toSorted((one, other) =>
    Math.abs(other.mwds - one.mwds) < SAME ? 0 : other.mwds - one.mwds,
  );
  let rank = 0;
  return sorted.map((one, at) => {
    const before = sorted[at - 1];
    if (before === undefined || before.mwds - one.mwds >= SAME) rank = at + 1;
    return { ...one, rank };
  });
}

export interface Means {
  readonly importance: number;
  readonly competence: number;
}

/** The middle of a scale from 1 to 5. */
const MIDDLE = 3;

/** Where quadrants meet: the means of all content; a single item is held against the scale's middle. */
function quadrantLines(contents: readonly Content[]): Means {
  if (contents.length < 2) return { importance: MIDDLE, competence: MIDDLE };
  const mean = (of: 'importance' | 'competence') =>
    contents.reduce((sum, { sums }) => sum + sums[of] / sums.people, 0) / contents.length;
  return { importance: mean('importance'), competence: mean('competence') };
}

/** What lies on a line is important, and well mastered. */
export function quadrantOf({ importance, competence }: Means, lines: Means): Quadrant {
  const isImportant = importance > lines.importance - SAME;
  const isMastered = competence > lines.competence - SAME;
  if (isImportant) return isMastered ? 'keep' : 'focus';
  return isMastered ? 'enough' : 'later';
}
