import type { Audience } from '../people/audience/audience.ts';
import type { Timing } from './timing.ts';

/** 学习提醒 or 班务通知; see `MailingKind`. */
export type ReminderKind = 'study' | 'class';

/** `draft` until somebody confirms it; `ended`: nothing of it will come any more. */
export type ReminderState = 'draft' | 'active' | 'stopped' | 'ended';

/** What is sent to an audience once or again and again. */
export interface Reminder {
  readonly id: string;
  readonly kind: ReminderKind;
  /** With placeholders, such as {姓名}. */
  readonly text: string;
  readonly audience: Audience;
  readonly timing: Timing;
  /** IANA zone in which its times count. */
  readonly zone: string;
  /** Of a notice: sent at its time whatever hour or day it is. */
  readonly isUrgent: boolean;
  readonly state: ReminderState;
  /** Who wrote it; null for the operator, or someone who has left. */
  readonly author: string | null;
  readonly authorName: string;
  readonly createdAt: string;
  /** Null before it is confirmed. */
  readonly confirmedAt: string | null;
  readonly confirmedByName: string | null;
  /** ISO instant up to which its occurrences have been turned into mailings; null for a draft. */
  readonly plannedUntil: string | null;
}
