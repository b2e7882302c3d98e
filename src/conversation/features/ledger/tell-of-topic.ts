import type { Topic } from '../../../materials/ledger/topic.ts';
import { can } from '../../../people/abilities.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { serviceMessage } from '../messages/service-message.ts';

/** Of what somebody who keeps the ledger is told. */
export interface TopicNews {
  /** What was done, as a part of the mailing's source. */
  readonly did: 'assign' | 'submit' | 'return' | 'approve' | 'withdraw' | 'set-aside';
  readonly title: string;
  /** What stands before the question. */
  readonly text: string;
}

/**
 * Tells people of a step, unless they took it themselves. The question stands in it, the answer does
 * not: it may quote what must not go where messages go.
 */
export function tellOfTopic(
  topic: Topic,
  people: readonly (string | null)[],
  { did, title, text }: TopicNews,
  on: PersonalOccasion,
): readonly Change[] {
  const others = people.filter((id): id is string => id !== null && id !== on.person.id);
  return serviceMessage(
    [...new Set(others)],
    {
      ...{ source: `ledger:${topic.id}:${did}:${on.turn}`, title },
      text: `${text}\n问题：${topic.question}`,
      buttons: [{ label: '打开问题', deed: { kind: 'open-topic', topic: topic.id } }],
    },
    on,
  );
}

/** Who may approve what somebody else has answered. */
export async function approversBesides({ people, person }: PersonalOccasion): Promise<string[]> {
  return (await people.people())
    .filter(({ id, role }) => id !== person.id && can(role, 'manage-ledger'))
    .map(({ id }) => id);
}
