import type { Reminder } from '../../reminder/reminder.ts';
import type { Tables } from '../schema.ts';

export function reminderRow(reminder: Reminder): Tables['reminder'] {
  return {
    id: reminder.id,
    kind: reminder.kind,
    text: reminder.text,
    audience: JSON.stringify(reminder.audience),
    timing: JSON.stringify(reminder.timing),
    zone: reminder.zone,
    is_urgent: reminder.isUrgent ? 1 : 0,
    state: reminder.state,
    author: reminder.author,
    author_name: reminder.authorName,
    created_at: reminder.createdAt,
    confirmed_at: reminder.confirmedAt,
    confirmed_by_name: reminder.confirmedByName,
    planned_until: reminder.plannedUntil,
  };
}

export function reminderFrom(row: Tables['reminder']): Reminder {
  return {
    id: row.id,
    kind: row.kind as Reminder['kind'],
    text: row.text,
    audience: JSON.parse(row.audience) as Reminder['audience'],
    timing: JSON.parse(row.timing) as Reminder['timing'],
    zone: row.zone,
    isUrgent: row.is_urgent === 1,
    state: row.state as Reminder['state'],
    author: row.author,
    authorName: row.author_name,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    confirmedByName: row.confirmed_by_name,
    plannedUntil: row.planned_until,
  };
}
