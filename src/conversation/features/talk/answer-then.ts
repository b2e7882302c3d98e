import type { FeatureReply, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

/** The blocks of an answer as they come, and after them what leads back to what it interrupted. */
export async function* followedBy(
  blocks: FeatureReply['blocks'],
  after: readonly DraftBlock[],
): AsyncGenerator<DraftBlock | Working> {
  yield* blocks;
  yield* after;
}
