import type { FeatureReply, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

/**
 * The blocks of an answer as they come, and after them what leads back to what it interrupted, as
 * that stands once the answer is given.
 */
export async function* followedBy(
  blocks: FeatureReply['blocks'],
  after: () => FeatureReply['blocks'] | Promise<FeatureReply['blocks']>,
): AsyncGenerator<DraftBlock | Working> {
  yield* blocks;
  yield* await after();
}
