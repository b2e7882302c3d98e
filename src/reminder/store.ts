import type { Weekday } from '../clock.ts';
import type { NewDelivery } from '../delivery/delivery.ts';
import type { Mailing } from '../delivery/mailing.ts';
import type { SavedFilter } from '../people/audience/audience.ts';
import type { Reminder } from './reminder.ts';
import type { StudyHistory, StudyWishes } from './wishes.ts';

/** A change that is kept in one transaction with the reply that tells of it. */
export type ReminderChange =
  | { readonly kind: 'add-reminder'; readonly reminder: Reminder }
  /** Only a draft changes. */
  | {
      readonly kind: 'change-draft';
      readonly id: string;
      readonly fields: Partial<
        Pick<Reminder, 'kind' | 'text' | 'audience' | 'timing' | 'isUrgent'>
      >;
    }
  /** Only a draft goes. */
  | { readonly kind: 'drop-draft'; readonly id: string }
  /**
   * @property text what the one who confirms has seen
   * @throws UserFacingError where it is no draft any more, or its text has been changed meanwhile
   */
  | {
      readonly kind: 'confirm-reminder';
      readonly id: string;
      readonly text: string;
      readonly byName: string;
      readonly at: string;
    }
  /** What of it has not gone yet is skipped. */
  | { readonly kind: 'stop-reminder'; readonly id: string; readonly at: string }
  | { readonly kind: 'save-filter'; readonly filter: SavedFilter }
  | { readonly kind: 'drop-filter'; readonly id: string }
  /** Where study reminders are off or paused then, those that have not gone yet are skipped. */
  | { readonly kind: 'set-wishes'; readonly wishes: StudyWishes; readonly at: string }
  /** Until the learner asks again; nothing for someone who has changed anything of them since. */
  | { readonly kind: 'pause-unheeded'; readonly wishes: StudyWishes; readonly at: string };

/** Occurrences that have been turned into mailings. */
export interface Planned {
  /** A reminder, or the person whose own reminder it is. */
  readonly of: { readonly reminder: string } | { readonly person: string };
  /** ISO instant before which nothing more is to come of it. */
  readonly until: string;
  /** Nothing will come of the reminder any more. */
  readonly isOver: boolean;
  readonly mailings: readonly {
    readonly mailing: Mailing;
    readonly deliveries: readonly NewDelivery[];
  }[];
}

/**
 * Reminders, and what learners want of them.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface ReminderStore {
  reminder(id: string): Promise<Reminder | null>;
  /** All, drafts first, then the newest first. */
  reminders(): Promise<readonly Reminder[]>;
  active(): Promise<readonly Reminder[]>;
  /** By name. */
  filters(): Promise<readonly SavedFilter[]>;
  /** Null for someone who has never chosen anything. */
  wishes(person: string): Promise<StudyWishes | null>;
  /** Of these people, as far as they have chosen anything. */
  wishesOf(people: readonly string[]): Promise<ReadonlyMap<string, StudyWishes>>;
  /** Of all who are opted in. */
  allWishes(): Promise<readonly StudyWishes[]>;
  /** Of those whose own reminder is on a day of the week, at a time of day (`HH:MM`) or before it. */
  ownWishes(day: Weekday, until: string): Promise<readonly StudyWishes[]>;
  /** Of each of these people. */
  histories(people: readonly string[]): Promise<ReadonlyMap<string, StudyHistory>>;
  /**
   * Keeps what was planned, in one transaction; nothing of what another process has planned further,
   * or of what is not active any more.
   */
  plan(planned: readonly Planned[]): Promise<void>;
  change(changes: readonly ReminderChange[]): Promise<void>;
}
