import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { NOT_GONE, skipped } from './states.ts';

/**
 * What is left of messages to someone who leaves: that there was one to somebody, for reports of those
 * who sent it, and nothing of what was for them alone.
 */
export async function wipeDeliveries(all: Transaction<Tables>, person: string): Promise<void> {
  await all
    .deleteFrom('mailing')
    .where('reminder', 'is', null)
    .where(
      'id',
      'in',
      all.selectFrom('delivery').where('person', '=', person).select('delivery.mailing'),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .whereRef('delivery.mailing', '=', 'mailing.id')
            .where((row) => row.or([row('person', 'is', null), row('person', '!=', person)]))
            .select('delivery.id'),
        ),
      ),
    )
    .execute();
  await all
    .updateTable('delivery')
    .set(skipped('left', null))
    .where('person', '=', person)
    .where('state', 'in', NOT_GONE)
    .execute();
  await all
    .updateTable('delivery')
    .set({ text: null, key: null })
    .where('person', '=', person)
    .execute();
}

/** What was meant for someone on a list is for the one that they turn out to be. */
export async function moveDeliveries(
  all: Transaction<Tables>,
  listed: string,
  person: string,
): Promise<void> {
  await all
    .updateTable('delivery')
    .set({ person })
    .where('person', '=', listed)
    .where('mailing', 'not in', (row) =>
      row
        .selectFrom('delivery as other')
        .where('other.person', '=', person)
        .select('other.mailing'),
    )
    .execute();
  // They had the same by themselves.
  await wipeDeliveries(all, listed);
}
