import { Cron } from 'croner';
import { dateIn } from '../../clock.ts';
import type { Timing } from '../timing.ts';
import { instantAt } from './local-time.ts';

/**
 * The instants in (`from`, `to`] at which a reminder is due, before quiet hours and rest days, the
 * earliest first. A time of day that clocks leap over falls on the first instant after the gap; one
 * that they show twice counts the first time alone. What is sent at once is due whenever it is
 * confirmed, which nobody knows here: it has none.
 *
 * @param most how many at most
 */
export function occurrences(
  timing: Timing,
  zone: string,
  from: Date,
  to: Date,
  most: number,
): Date[] {
  if (timing.kind === 'now') return [];
  if (timing.kind === 'once') {
    const at = instantAt(zone, timing.at.slice(0, 10), timing.at.slice(11));
    return most > 0 && at > from && at <= to ? [at] : [];
  }
  const cron = new Cron(timing.cron, { timezone: zone, mode: '5-part', paused: true });
  const found: Date[] = [];
  let next = cron.nextRun(from);
  while (next !== null && next <= to && found.length < most) {
    if (timing.endsOn !== null && dateIn(zone, next) > timing.endsOn) break;
    found.push(next);
    next = cron.nextRun(next);
  }
  return found;
}
