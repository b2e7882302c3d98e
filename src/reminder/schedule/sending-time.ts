import { addDays, dateIn } from '../../clock.ts';
import type { MailingKind } from '../../delivery/mailing.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import { clockIn, instantAt } from './local-time.ts';

/** Messages may go from the one to before the other. */
export const DAY_BEGINS = '08:00';
export const DAY_ENDS = '20:00';

/** No rest is as long as this, whatever a file says. */
const LONGEST_REST = 60;

export type SendingTime =
  /** `notAfter`: null for no end. */
  | { readonly kind: 'at'; readonly at: Date; readonly notAfter: Date | null }
  /** `overtaken`: moved, it would come no earlier than the next one. */
  | { readonly kind: 'left-out'; readonly why: 'quiet' | 'rest' | 'overtaken' };

/**
 * When a message that is due at an instant really goes. 学习提醒 are left out in quiet hours and on
 * rest days; 班务通知 are moved to the next allowed time unless they are urgent; 服务消息 go at once.
 *
 * @param next when a repeating one is due again; null where it is not
 */
export function sendingTime(
  kind: MailingKind,
  isUrgent: boolean,
  instant: Date,
  zone: string,
  restDays: RestDays,
  next: Date | null = null,
): SendingTime {
  if (kind === 'service') return { kind: 'at', at: instant, notAfter: null };
  if (kind === 'class') {
    const at = allowedAt({ kind, isUrgent }, instant, zone, restDays);
    if (next !== null && at >= next) return { kind: 'left-out', why: 'overtaken' };
    return { kind: 'at', at, notAfter: next };
  }
  const date = dateIn(zone, instant);
  if (restDays.kindOf(date) === 'rest') return { kind: 'left-out', why: 'rest' };
  if (isQuiet(clockIn(zone, instant))) return { kind: 'left-out', why: 'quiet' };
  return { kind: 'at', at: instant, notAfter: instantAt(zone, date, DAY_ENDS) };
}

/** When what is no study reminder may go, from an instant on. */
export function allowedAt(
  { kind, isUrgent }: { readonly kind: MailingKind; readonly isUrgent: boolean },
  instant: Date,
  zone: string,
  restDays: RestDays,
): Date {
  return kind === 'class' && !isUrgent ? allowedTime(instant, zone, restDays) : instant;
}

/**
 * When a learner gets a study reminder: at the time of day that they chose where it lies in the
 * window of the reminder on that day, else when it is due. Quiet hours and rest days come after it.
 *
 * @param until end of the window, `HH:MM`, that time included; null where there is none
 * @param time `HH:MM` that the learner chose
 */
export function learnersTime(due: Date, until: string | null, time: string, zone: string): Date {
  if (until === null || time < clockIn(zone, due) || time > until) return due;
  return instantAt(zone, dateIn(zone, due), time);
}

/** @param time `HH:MM` */
function isQuiet(time: string): boolean {
  return time < DAY_BEGINS || time >= DAY_ENDS;
}

function allowedTime(instant: Date, zone: string, restDays: RestDays): Date {
  const [date, time] = [dateIn(zone, instant), clockIn(zone, instant)];
  const isRest = restDays.kindOf(date) === 'rest';
  if (!isRest && !isQuiet(time)) return instant;
  if (!isRest && time < DAY_BEGINS) return instantAt(zone, date, DAY_BEGINS);
  return instantAt(zone, nextWorkday(date, restDays), isQuiet(time) ? DAY_BEGINS : time);
}

function nextWorkday(date: string, restDays: RestDays): string {
  for (let days = 1; days < LONGEST_REST; days++) {
    const day = addDays(date, days);
    if (restDays.kindOf(day) !== 'rest') return day;
  }
  return addDays(date, 1);
}
