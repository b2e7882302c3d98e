import type { Reminder } from '../reminder.ts';
import type { ReminderChange } from '../store.ts';

/**
 * Confirms a draft as it was looked at and checked: what someone else changes in the same moment is
 * refused where it is the text, and else is not what goes out.
 */
export function confirmAsSeen(
  { id, text, kind, audience, timing, isUrgent }: Reminder,
  byName: string,
  at: Date,
): readonly ReminderChange[] {
  return [
    { kind: 'change-draft', id, fields: { kind, audience, timing, isUrgent } },
    { kind: 'confirm-reminder', id, text, byName, at: at.toISOString() },
  ];
}
