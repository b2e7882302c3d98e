import type { NeedRank } from './analysis.ts';

/** Content that should not become a class of its own, and why. */
export interface ContentNotToTeach {
  readonly item: string;
  readonly text: string;
  readonly reason: string;
}

/** A gap of half a mark at most: what is important is mastered about as well. */
const HARDLY_A_GAP = 0.5;

/**
 * Important content that is mastered, and content that is neither asked for nor missing: a class of
 * its own would take time from what is missing. Nothing that the plan prescribes. The most important
 * first.
 */
export function contentNotToTeach(needs: readonly NeedRank[]): readonly ContentNotToTeach[] {
  return needs
    .filter(
      ({ quadrant, isPrescribed }) =>
        !isPrescribed && (quadrant === 'keep' || quadrant === 'enough'),
    )
    .toSorted((one, other) => other.importance - one.importance)
    .map((need) => ({ item: need.id, text: need.text, reason: reasonOf(need) }));
}

function reasonOf({ importance, competence, quadrant }: NeedRank): string {
  const gap = importance - competence;
  const figures = `重要程度平均${importance.toFixed(2)}分，掌握程度平均${competence.toFixed(2)}分`;
  if (quadrant === 'enough') return `${figures}，重要程度低于各项平均、掌握程度不低，不必设课。`;
  if (gap <= HARDLY_A_GAP)
    return `${figures}，重要但已经掌握，不宜单独设课，可以用自学、研讨巩固。`;
  return `${figures}，重要，掌握好于其他内容，仍差${gap.toFixed(2)}分；不单独设课，可以在相关课程中带到。`;
}
