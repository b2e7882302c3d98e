import { timeIn } from '../../clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The instant at which clocks of a zone show a time of a day. Where they show it twice, the first;
 * where they leap over it, the first instant after the gap.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function instantAt(zone: string, date: string, time: string): Date {
  const wanted = `${date} ${time}`;
  const plain = Date.parse(`${date}T${time}Z`);
  const offsets = [-DAY_MS, DAY_MS].map((away) => offsetAt(zone, plain + away));
  const [earliest, latest] = [plain - Math.max(...offsets), plain - Math.min(...offsets)];
  if (timeIn(zone, new Date(earliest)) === wanted) return new Date(earliest);
  if (timeIn(zone, new Date(latest)) === wanted) return new Date(latest);
  return firstAfter(zone, wanted, earliest, latest);
}

/** Whether clocks of a zone show a time on a day at all. */
export function existsIn(zone: string, date: string, time: string): boolean {
  return timeIn(zone, instantAt(zone, date, time)) === `${date} ${time}`;
}

/** `HH:MM` of an instant in a zone. */
export function clockIn(zone: string, instant: Date): string {
  return timeIn(zone, instant).slice(11);
}

/** Milliseconds by which clocks of the zone are ahead of UTC. */
function offsetAt(zone: string, instant: number): number {
  return Date.parse(`${timeIn(zone, new Date(instant)).replace(' ', 'T')}Z`) - instant;
}

function firstAfter(zone: string, wanted: string, from: number, to: number): Date {
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS;
    if (timeIn(zone, new Date(middle)) < wanted) low = middle;
    else high = middle;
  }
  return new Date(high);
}
