import type { Transaction } from 'kysely';
import type { Planned } from '../../reminder/store.ts';
import { addMailing } from '../delivery/add-mailing.ts';
import type { Tables } from '../schema.ts';

/** Nothing where another process has planned as far, or it was stopped meanwhile. */
export async function plan(all: Transaction<Tables>, planned: Planned): Promise<void> {
  if (!(await moveOn(all, planned))) return;
  for (const { mailing, deliveries } of planned.mailings) {
    await addMailing(all, mailing, deliveries);
  }
}

/** @returns whether it is for this process to plan; its row is held then */
async function moveOn(all: Transaction<Tables>, { of, until, isOver }: Planned): Promise<boolean> {
  const moved =
    'reminder' in of
      ? await all
          .updateTable('reminder')
          .set({ planned_until: until, state: isOver ? 'ended' : 'active' })
          .where('id', '=', of.reminder)
          .where('state', '=', 'active')
          .where('planned_until', '<', until)
          .executeTakeFirst()
      : await all
          .updateTable('study_wishes')
          .set({ planned_until: until })
          .where('person', '=', of.person)
          .where('is_on', '=', 1)
          .where('planned_until', '<', until)
          .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
