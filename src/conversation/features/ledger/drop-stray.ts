import { pairIdOf } from '../../../materials/ledger/pair-of-topic.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import type { PersonalOccasion } from '../../feature.ts';

/**
 * Takes a pair out that stands in the file though its topic is not answered: an approval was cut off
 * after the file was written and before the records were.
 */
export async function dropStray(
  topic: Topic,
  { companions }: Pick<PersonalOccasion, 'companions'>,
): Promise<void> {
  const id = pairIdOf(topic);
  if (topic.pair === null && (await companions.pairs()).includes(id)) await companions.dropPair(id);
}

/**
 * The same after an approval that could not be kept: somebody else may have given the answer back
 * meanwhile, or approved it themselves.
 */
export async function dropUnapproved(
  { id }: Topic,
  on: Pick<PersonalOccasion, 'companions' | 'ledger'>,
): Promise<void> {
  const topic = await on.ledger.topic(id);
  if (topic !== null) await dropStray(topic, on);
}
