import type { Transaction } from 'kysely';
import type { DeliveryChange } from '../delivery/store.ts';
import { addMailing } from './delivery/add-mailing.ts';
import type { Tables } from './schema.ts';

/** Carries out one change of messages. */
export async function changeDelivery(
  all: Transaction<Tables>,
  change: DeliveryChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'add-mailing':
      return addMailing(all, change.mailing, change.deliveries);
    case 'open-message':
      return all
        .updateTable('delivery')
        .set({ opened_at: change.at })
        .where('id', '=', change.id)
        .where('person', '=', change.person)
        .where('opened_at', 'is', null)
        .execute();
    default:
      return change satisfies never;
  }
}
