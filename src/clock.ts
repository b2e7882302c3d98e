/** Where time comes from; tests pass their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const DAY_MS = 86_400_000;

/** Costly to make, and asked for with every message. */
const dates = new Map<string, Intl.DateTimeFormat>();

function dateFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
}

/** The calendar date of an instant in a zone, as `YYYY-MM-DD`. */
export function dateIn(zone: string, instant: Date): string {
  const found = dates.get(zone) ?? dateFormat(zone);
  dates.set(zone, found);
  return found.format(instant);
}

/** A day of the calendar as `YYYY-MM-DD`; null where the calendar has no such day. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** @param date `YYYY-MM-DD` */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** @param date `YYYY-MM-DD` */
export function weekdayOf(date: string): Weekday {
  return (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}

const times = new Map<string, Intl.DateTimeFormat>();

function timeFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
}

/** A point in time in a zone, as `YYYY-MM-DD HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  const found = times.get(zone) ?? timeFormat(zone);
  times.set(zone, found);
  return found.format(instant);
}
