import type { RestDays } from '../calendar/rest-days.ts';
import type { Reminder } from '../reminder.ts';
import { occurrences } from './occurrences.ts';
import { type SendingTime, sendingTime } from './sending-time.ts';

/** What says when a reminder is sent. */
export type Schedule = Pick<Reminder, 'kind' | 'isUrgent' | 'timing' | 'zone'>;

export interface Sending {
  /** The instant that names the occurrence. */
  readonly due: Date;
  /** By the reminder's own time; a learner's may lie later in its window. */
  readonly time: SendingTime;
}

const TEN_YEARS_MS = 10 * 366 * 86_400_000;

/** Occurrences in (`from`, `to`], each with when it really goes. See `occurrences`. */
export function sendings(
  { kind, isUrgent, timing, zone }: Schedule,
  restDays: RestDays,
  from: Date,
  to: Date,
  most: number,
): Sending[] {
  const due = occurrences(timing, zone, from, to, most);
  return due.map((at, index) => {
    const next = due[index + 1] ?? nextAfter(timing, zone, at);
    return { due: at, time: sendingTime(kind, isUrgent, at, zone, restDays, next) };
  });
}

function nextAfter(timing: Schedule['timing'], zone: string, at: Date): Date | null {
  if (timing.kind !== 'repeat') return null;
  return occurrences(timing, zone, at, new Date(at.getTime() + TEN_YEARS_MS), 1)[0] ?? null;
}
