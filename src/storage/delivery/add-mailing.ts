import type { Transaction } from 'kysely';
import type { NewDelivery } from '../../delivery/delivery.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** What was asked for goes first, then what concerns a class; study can wait. */
const PRIORITIES = { service: 1, class: 2, study: 3 } as const;
const URGENT = 0;

/** Nothing where there is one from the same source; nobody is in it twice, nor anyone who has left. */
export async function addMailing(
  all: Transaction<Tables>,
  mailing: Mailing,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  const { id, kind, source, reminder, title } = mailing;
  const added = await all
    .insertInto('mailing')
    .values({
      ...{ id, kind, source, reminder, title },
      buttons: JSON.stringify(mailing.buttons),
      is_urgent: mailing.isUrgent ? 1 : 0,
      due_at: mailing.dueAt,
      created_at: mailing.createdAt,
    })
    .onConflict((conflict) => conflict.column('source').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return;
  const priority = mailing.isUrgent ? URGENT : PRIORITIES[kind];
  for (const some of portionsOf(deliveries)) await addDeliveries(all, id, priority, some);
}

async function addDeliveries(
  all: Transaction<Tables>,
  mailing: string,
  priority: number,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  const people = deliveries.map(({ person }) => person);
  const found = await all.selectFrom('person').where('id', 'in', people).select('id').execute();
  const there = new Set(found.map(({ id }) => id));
  const rows = deliveries
    .filter(({ person }) => there.has(person))
    .map(({ id, person, text, notBefore, notAfter }) => ({
      ...{ id, mailing, person, priority, text, state: 'waiting' },
      ...{ not_before: notBefore, not_after: notAfter },
    }));
  if (rows.length === 0) return;
  await all
    .insertInto('delivery')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['mailing', 'person']).doNothing())
    .execute();
}
