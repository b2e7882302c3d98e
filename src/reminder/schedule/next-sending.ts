import { dateIn } from '../../clock.ts';
import type { TrainingClass } from '../../people/person.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import type { Reminder } from '../reminder.ts';
import { firstOccurrences } from './first-occurrences.ts';
import { sendings } from './sendings.ts';

const DAY_MS = 86_400_000;
/** No rest moves a message further than that. */
const BACK_MS = 30 * DAY_MS;
const AHEAD_MS = 366 * DAY_MS;
/** As many as a daily one has in that time before now, and some after it. */
const MOST = 60;

/**
 * When messages go next, moved ones included; null where none will. Of one that has ended, the last may
 * still wait for its time.
 */
export function nextSending(
  reminder: Reminder,
  classes: readonly TrainingClass[],
  restDays: RestDays,
  now: Date,
): Date | null {
  const { state, timing, zone, confirmedAt } = reminder;
  if ((state !== 'active' && state !== 'ended') || confirmedAt === null) return null;
  const confirmed = new Date(confirmedAt);
  if (timing.kind === 'now') {
    const at = firstOccurrences(reminder, restDays, confirmed, 1).sent[0]?.at;
    return at === undefined || at <= now ? null : at;
  }
  const from = new Date(Math.max(confirmed.getTime(), now.getTime() - BACK_MS));
  const to = state === 'ended' ? now : new Date(now.getTime() + AHEAD_MS);
  const coming = sendings(reminder, restDays, from, to, MOST).flatMap(({ due, time }) =>
    time.kind === 'at' && time.at > now && isForSomeone(reminder, classes, dateIn(zone, due))
      ? [time.at]
      : [],
  );
  return coming[0] ?? null;
}

/** What repeats, and study reminders, end with the classes that they are for. */
function isForSomeone(
  { kind, timing, audience }: Reminder,
  classes: readonly TrainingClass[],
  day: string,
): boolean {
  if (kind === 'class' && timing.kind !== 'repeat') return true;
  const open = new Set(classes.filter(({ endsOn }) => endsOn >= day).map(({ id }) => id));
  return audience.some(({ classId }) => classId === null || open.has(classId));
}
