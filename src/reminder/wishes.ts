import type { Weekday } from '../clock.ts';

/** Channels that a person can choose. */
export const MESSAGE_CHANNELS = ['telegram', 'web'] as const;

export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What a learner wants of 学习提醒. Without them, there are none. */
export interface StudyWishes {
  readonly person: string;
  /** Opted in. */
  readonly isOn: boolean;
  /** Days of a reminder of their own; none where they want their trainers' alone. */
  readonly days: readonly Weekday[];
  /** `HH:MM` of the zone, between 08:00 and 20:00. */
  readonly time: string;
  /** Reminders a week, from whomever: 2 unless they asked for more. */
  readonly mostAWeek: number;
  /** Paused: until a day (`YYYY-MM-DD`, that day not included), or until they ask again. */
  readonly pause: { readonly until: string | null; readonly why: 'asked' | 'ignored' } | null;
  /** Where all messages go; null for Telegram where they have it, else the page. */
  readonly channel: MessageChannel | null;
  /** ISO instants: since when they are opted in, and up to when their own reminders are planned. */
  readonly since: string;
  readonly plannedUntil: string;
}

/** What is known of a learner when a study reminder is due. */
export interface StudyHistory {
  /** Study reminders that came to an end or are on their way, the newest first; ten at most. */
  readonly reminders: readonly PastReminder[];
  /** ISO instant of the latest learning record or recall answer; null where there is none. */
  readonly lastRecordAt: string | null;
}

export interface PastReminder {
  /** ISO instant at which it was sent, or left out. */
  readonly at: string;
  /** Left out because something had been recorded: it was neither sent nor ignored. */
  readonly isDone: boolean;
  /** Opened by a tap, or followed by a record before the next one. */
  readonly isHeeded: boolean;
}
