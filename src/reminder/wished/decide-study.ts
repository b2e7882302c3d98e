import { addDays, dateIn, weekdayOf } from '../../clock.ts';
import type { SkipReason } from '../../delivery/delivery.ts';
import type { PastReminder, StudyHistory, StudyWishes } from '../wishes.ts';
import { isPausedOn } from './change-wishes.ts';

export type StudyDecision =
  /** `isLastWarning`: it says that reminders pause if this one is not heeded either. */
  | { readonly kind: 'send'; readonly isLastWarning: boolean }
  /** `pausesWishes`: from now on they are paused, until the learner asks again. */
  | { readonly kind: 'skip'; readonly reason: SkipReason; readonly pausesWishes: boolean };

/** Reminders in a row that may stay unheeded. */
const MOST_UNHEEDED = 3;

export interface StudyCase {
  /** Null for someone who has never chosen anything. */
  readonly wishes: StudyWishes | null;
  readonly history: StudyHistory;
  readonly now: Date;
  readonly zone: string;
}

/**
 * Whether a study reminder that is due goes to a learner. What came before they opted in (`since`,
 * which begins anew when they lift a pause) counts for the caps alone.
 */
export function decideStudy({ wishes, history, now, zone }: StudyCase): StudyDecision {
  if (wishes === null || !wishes.isOn) return skip('opted-out');
  const today = dateIn(zone, now);
  const { pause } = wishes;
  if (isPausedOn(wishes, today)) {
    return skip(pause?.why === 'ignored' ? 'ignored' : 'paused');
  }
  if (isDone(wishes, history)) return skip('done');
  if (isCapped(wishes, history, today, zone)) return skip('capped');
  const unheeded = unheededInRow(wishes, history);
  if (unheeded >= MOST_UNHEEDED) return { kind: 'skip', reason: 'ignored', pausesWishes: true };
  return { kind: 'send', isLastWarning: unheeded === MOST_UNHEEDED - 1 };
}

function skip(reason: SkipReason): StudyDecision {
  return { kind: 'skip', reason, pausesWishes: false };
}

/** Something was recorded since the last reminder, one that was left out for that included. */
function isDone({ since }: StudyWishes, { reminders, lastRecordAt }: StudyHistory): boolean {
  if (lastRecordAt === null) return false;
  const last = Math.max(Date.parse(since), ...reminders.map(({ at }) => Date.parse(at)));
  return Date.parse(lastRecordAt) > last;
}

function isCapped(
  { mostAWeek }: StudyWishes,
  { reminders }: StudyHistory,
  today: string,
  zone: string,
): boolean {
  const days = reminders.filter((one) => !one.isDone).map(({ at }) => dateIn(zone, new Date(at)));
  const monday = addDays(today, 1 - weekdayOf(today));
  const nextMonday = addDays(monday, 7);
  const thisWeek = days.filter((day) => day >= monday && day < nextMonday);
  return days.includes(today) || thisWeek.length >= mostAWeek;
}

function unheededInRow({ since }: StudyWishes, { reminders }: StudyHistory): number {
  const sent = reminders.filter(
    (one: PastReminder) => !one.isDone && Date.parse(one.at) > Date.parse(since),
  );
  const heeded = sent.findIndex(({ isHeeded }) => isHeeded);
  return heeded < 0 ? sent.length : heeded;
}
