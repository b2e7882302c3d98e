import { lead } from '../../blocks.ts';
import type { FeatureReply } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

/** A reply that takes the place of the one before it, and is kept nowhere. */
export function inPlace(
  blocks: readonly DraftBlock[],
  rest: Pick<FeatureReply, 'state' | 'changes'> = {},
): FeatureReply {
  return { placement: 'in-place', blocks, ...rest };
}

/** Why something cannot be done, where the question stood. */
export function instead(problem: string): FeatureReply {
  return inPlace([lead(problem)]);
}
