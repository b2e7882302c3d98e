import type { Transaction } from 'kysely';
import { inState, NOT_GONE, skipped } from '../delivery/states.ts';
import type { Tables } from '../schema.ts';
import type { ReminderChangeOf } from './change-of.ts';

/** One whose last messages are on their way is stopped too; one that has gone whole stays ended. */
export async function stopReminder(
  all: Transaction<Tables>,
  { id, at }: ReminderChangeOf<'stop-reminder'>,
): Promise<void> {
  // Held until the transaction ends, so that nothing is planned between the two.
  const row = await all
    .updateTable('reminder')
    .set((reminder) => ({ state: reminder.ref('state') }))
    .where('id', '=', id)
    .where('state', 'in', ['active', 'ended'])
    .returning('state')
    .executeTakeFirst();
  if (row === undefined) return;
  const { numUpdatedRows } = await all
    .updateTable('delivery')
    .set(skipped('stopped', at))
    .where('mailing', 'in', all.selectFrom('mailing').where('reminder', '=', id).select('id'))
    .where('state', 'in', NOT_GONE)
    .executeTakeFirst();
  // What is on its way comes back where its channel was too busy to take it.
  if (row.state === 'ended' && numUpdatedRows === 0n && !(await isOnItsWay(all, id))) return;
  await all.updateTable('reminder').set({ state: 'stopped' }).where('id', '=', id).execute();
}

async function isOnItsWay(all: Transaction<Tables>, id: string): Promise<boolean> {
  const one = await all
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .where('reminder', '=', id)
    .where('state', '=', inState('sending'))
    .select('delivery.id')
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}
