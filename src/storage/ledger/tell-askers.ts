import type { Transaction } from 'kysely';
import type { DeliveryChange } from '../../delivery/store.ts';
import type { GivenAnswer } from '../../materials/recall/given-answer.ts';
import { changeDelivery } from '../change-delivery.ts';
import { changeGivenAnswer } from '../change-given-answer.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { forgetAskers } from './forget-askers.ts';

/** Whoever forgets first that someone asked is the one who tells them. */
export async function tellAskers(
  all: Transaction<Tables>,
  topic: string,
  people: readonly string[],
  messages: readonly DeliveryChange[],
  given: readonly GivenAnswer[],
): Promise<void> {
  // Held first, as by whoever changes it.
  const answered = await all
    .updateTable('ledger_topic')
    .set((row) => ({ former_people: row.ref('former_people') }))
    .where('id', '=', topic)
    .where('state', '=', 'answered')
    .returning('id')
    .executeTakeFirst();
  if (answered === undefined) return;
  const told = new Set<string>();
  for (const some of portionsOf(people)) {
    for (const person of await forgetAskers(all, topic, some)) told.add(person);
  }
  for (const message of messages) {
    if (message.kind !== 'add-mailing') await changeDelivery(all, message);
    else {
      const deliveries = message.deliveries.filter(({ person }) => told.has(person));
      if (deliveries.length > 0) await changeDelivery(all, { ...message, deliveries });
    }
  }
  for (const answer of given) {
    const isTold = answer.person !== null && told.has(answer.person);
    if (isTold) await changeGivenAnswer(all, { kind: 'give-answer', answer });
  }
}
