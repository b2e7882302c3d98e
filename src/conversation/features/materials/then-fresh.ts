import { countsInWords } from '../../../materials/gate/gate-words.ts';
import { can } from '../../../people/abilities.ts';
import { choices, plain } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

/**
 * What was done, then whether answers come from the new state yet and what the gate says of it, then how
 * things stand: what was done is not undone where they do not.
 */
export async function* thenFresh(
  first: readonly DraftBlock[],
  { done, waits }: { readonly done: string; readonly waits: string },
  after: () => Promise<FeatureReply['blocks']>,
  on: PersonalOccasion,
): AsyncGenerator<DraftBlock | Working> {
  yield* first;
  yield { kind: 'working', word: waits };
  const problem = await on.freshIndex();
  if (problem === null) yield plain(`${done}${await passedInWords(on)}`);
  else yield plain(problem);
  if (on.heldIndex() !== null && can(on.person.role, 'manage-materials')) {
    yield choices('把关', ['查看把关结果', { kind: 'open-gate' }]);
  }
  yield* await after();
}

/** What the gate found, where it was asked since this message came. */
async function passedInWords({ releases, now }: PersonalOccasion): Promise<string> {
  const [latest] = await releases.latest(1);
  if (latest?.verdict !== 'passed' || latest.at < now.toISOString()) return '';
  return `${countsInWords(latest.findings)}。`;
}
