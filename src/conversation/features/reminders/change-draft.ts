import type { Reminder } from '../../../reminder/reminder.ts';
import type { ReminderChange } from '../../../reminder/store.ts';
import type { Change } from '../../store.ts';

type Fields = Extract<ReminderChange, { kind: 'change-draft' }>['fields'];

/** A draft with some of it changed, and the change that keeps it. */
export function changeDraft(
  draft: Reminder,
  fields: Fields,
): { readonly draft: Reminder; readonly change: Change } {
  return {
    draft: { ...draft, ...fields },
    change: { of: 'reminder', change: { kind: 'change-draft', id: draft.id, fields } },
  };
}
