/** Where time comes from; tests pass their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

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

/** A point in time in a zone, as `YYYY-MM-DD HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
}
