import type { Keeper } from '../../../materials/ledger/rules.ts';
import type { LedgerChange } from '../../../materials/ledger/store.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { can } from '../../../people/abilities.ts';
import { choices, lead } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../feature.ts';
import type { Change } from '../../store.ts';

const GONE =
  '没有找到这个问题，可能已经并入别的问题，或者提问的人撤回了。请从待答问题列表重新打开。';

/** A topic as buttons name it once it was looked at. */
export interface SeenTopic {
  readonly topic: string;
  readonly revision: number;
}

export function seenAs({ id, revision }: Topic): SeenTopic {
  return { topic: id, revision };
}

export function keeperOf({ person }: Pick<PersonalOccasion, 'person'>): Keeper {
  return {
    ...{ name: person.name, person: person.id },
    isManager: can(person.role, 'manage-ledger'),
  };
}

/** Goes on with a topic as it is now. */
export async function withTopic(
  { topic }: Pick<SeenTopic, 'topic'>,
  on: PersonalOccasion,
  then: (topic: Topic) => SoonReplied,
): Promise<FeatureReply> {
  const found = await on.ledger.topic(topic);
  if (found !== null) return then(found);
  return { placement: 'turn', blocks: [lead(GONE), choices('待答问题', TO_LIST)] };
}

export const TO_LIST = ['待答问题', { kind: 'list-ledger', of: 'current', from: 0 }] as const;

/** A step on the topic that was looked at. */
export function stepOn(
  seen: SeenTopic,
  { now }: PersonalOccasion,
): SeenTopic & { readonly at: string } {
  return { topic: seen.topic, revision: seen.revision, at: now.toISOString() };
}

export function inLedger(change: LedgerChange): Change {
  return { of: 'ledger', change };
}
