/**
 * Clocks of a zone by Intl alone, minute by minute: slow and plain, to check what is quick and clever.
 */
export interface ZoneMinute {
  readonly at: Date;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function minuteIn(zone: string, at: Date): ZoneMinute {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
  formats.set(zone, format);
  const [, month, day, year, time] = /^(\d+)\/(\d+)\/(\d+), (.+)$/u.exec(format.format(at)) ?? [];
  return { at, date: `${year}-${month}-${day}`, time: time ?? '' };
}

/** Every whole minute in (`from`, `to`]. */
export function* minutesIn(zone: string, from: Date, to: Date): Generator<ZoneMinute> {
  const first = Math.floor(from.getTime() / 60_000 + 1) * 60_000;
  for (let at = first; at <= to.getTime(); at += 60_000) yield minuteIn(zone, new Date(at));
}

/** Monday is 1, Sunday 7. */
export function weekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
}

/** Every day from one to another, both included. */
export function* daysFrom(first: string, last: string): Generator<string> {
  const at = new Date(`${first}T12:00:00Z`);
  for (;;) {
    const day = at.toISOString().slice(0, 10);
    if (day > last) return;
    yield day;
    at.setUTCDate(at.getUTCDate() + 1);
  }
}
