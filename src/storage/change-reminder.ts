import type { Transaction } from 'kysely';
import type { ReminderChange } from '../reminder/store.ts';
import { changeDraft, dropDraft } from './reminder/change-draft.ts';
import { confirmReminder } from './reminder/confirm-reminder.ts';
import { reminderRow } from './reminder/reminder-row.ts';
import { pauseUnheeded, setWishes } from './reminder/set-wishes.ts';
import { stopReminder } from './reminder/stop-reminder.ts';
import type { Tables } from './schema.ts';

/** Carries out one change of reminders and of what learners want of them. */
export async function changeReminder(
  all: Transaction<Tables>,
  change: ReminderChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'add-reminder':
      return all.insertInto('reminder').values(reminderRow(change.reminder)).execute();
    case 'change-draft':
      return changeDraft(all, change);
    case 'drop-draft':
      return dropDraft(all, change);
    case 'confirm-reminder':
      return confirmReminder(all, change);
    case 'stop-reminder':
      return stopReminder(all, change);
    case 'save-filter': {
      const { id, name, audience } = change.filter;
      const fields = { name, audience: JSON.stringify(audience) };
      return all
        .insertInto('audience_filter')
        .values({ id, ...fields })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
        .execute();
    }
    case 'drop-filter':
      return all.deleteFrom('audience_filter').where('id', '=', change.id).execute();
    case 'set-wishes':
      return setWishes(all, change);
    case 'pause-unheeded':
      return pauseUnheeded(all, change);
    default:
      return change satisfies never;
  }
}
