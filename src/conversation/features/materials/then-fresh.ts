import { plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

/**
 * What was done, then whether answers come from the new state yet, then how the version stands: what
 * was done is not undone where they do not.
 */
export async function* thenFresh(
  first: readonly DraftBlock[],
  { done, waits }: { readonly done: string; readonly waits: string },
  after: () => Promise<FeatureReply['blocks']>,
  { freshIndex }: Pick<PersonalOccasion, 'freshIndex'>,
): AsyncGenerator<DraftBlock | Working> {
  yield* first;
  yield { kind: 'working', word: waits };
  const problem = await freshIndex();
  yield problem === null ? plain(done) : remark(problem);
  yield* await after();
}
