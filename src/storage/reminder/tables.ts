import type { Generated } from 'kysely';

/** Reminders, what learners want of them, and messages with what became of each. */
export interface ReminderTables {
  reminder: ReminderTable;
  audience_filter: AudienceFilterTable;
  study_wishes: StudyWishesTable;
  mailing: MailingTable;
  delivery: DeliveryTable;
}

interface ReminderTable {
  id: string;
  kind: string;
  text: string;
  audience: string;
  timing: string;
  zone: string;
  is_urgent: number;
  state: string;
  author: string | null;
  /** As it was when it was written. */
  author_name: string;
  created_at: string;
  confirmed_at: string | null;
  confirmed_by_name: string | null;
  planned_until: string | null;
}

interface AudienceFilterTable {
  id: string;
  name: string;
  audience: string;
}

interface StudyWishesTable {
  person: string;
  is_on: number;
  days: string;
  /** `HH:MM`. */
  time: string;
  most_a_week: number;
  pause: string | null;
  channel: string | null;
  since: string;
  planned_until: string;
}

interface MailingTable {
  id: string;
  source: string;
  kind: string;
  reminder: string | null;
  title: string;
  buttons: string;
  is_urgent: number;
  due_at: string;
  created_at: string;
}

interface DeliveryTable {
  /** Grows with every delivery: the order in which they came. */
  ordinal: Generated<number>;
  id: string;
  mailing: string;
  /** Null once they have left; the text is wiped then. */
  person: string | null;
  /** Of its mailing: the smallest goes first. */
  priority: number;
  /** Null too for what was not meant to arrive after all. */
  text: string | null;
  state: string;
  reason: string | null;
  channel: string | null;
  /** Of the account that it goes to; null where nothing pushes it. */
  key: string | null;
  /** Who sends it, or sent it last. */
  holder: string | null;
  not_before: string;
  not_after: string | null;
  /** When it came to its end. */
  at: string | null;
  opened_at: string | null;
}
