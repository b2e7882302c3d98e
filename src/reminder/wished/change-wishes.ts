import type { Weekday } from '../../clock.ts';
import type { StudyWishes } from '../wishes.ts';

/** Reminders a week unless a learner asks for more. */
export const USUAL_MOST = 2;
/** What someone gets who takes what is offered. */
export const USUAL_DAYS: readonly Weekday[] = [2, 4];
export const USUAL_TIME = '12:30';

/** What of the times a learner wants otherwise; what is left out or null stays. */
export interface WishedTimes {
  readonly days?: readonly Weekday[] | null;
  readonly time?: string | null;
  readonly mostAWeek?: number | null;
}

/** Of someone who has chosen nothing yet. */
export function noWishes(person: string, at: string): StudyWishes {
  return {
    ...{ person, isOn: false, days: USUAL_DAYS, time: USUAL_TIME, mostAWeek: USUAL_MOST },
    ...{ pause: null, channel: null, since: at, plannedUntil: at },
  };
}

/**
 * Opted in from now on, or at other times from now on; what lies before is over. Whoever asks for
 * something heeds reminders again, so a pause for want of that ends.
 */
export function withTimes(wishes: StudyWishes, change: WishedTimes, at: string): StudyWishes {
  const days = change.days ?? wishes.days;
  const goesOn = wishes.isOn && wishes.pause?.why !== 'ignored';
  return {
    ...wishes,
    isOn: true,
    days,
    time: change.time ?? wishes.time,
    mostAWeek: change.mostAWeek ?? mostFor(change.days ?? null, wishes),
    pause: goesOn ? wishes.pause : null,
    since: goesOn ? wishes.since : at,
    plannedUntil: at,
  };
}

/** Whoever names more than two days asks for as many; with fewer, it is the usual number again. */
function mostFor(days: readonly Weekday[] | null, { mostAWeek, isOn }: StudyWishes): number {
  if (days === null) return isOn ? mostAWeek : Math.min(mostAWeek, USUAL_MOST);
  return days.length >= USUAL_MOST ? days.length : Math.min(mostAWeek, USUAL_MOST);
}

/** Whether they are paused on a day (`YYYY-MM-DD`). */
export function isPausedOn({ pause }: Pick<StudyWishes, 'pause'>, today: string): boolean {
  return pause !== null && (pause.until === null || pause.until > today);
}
