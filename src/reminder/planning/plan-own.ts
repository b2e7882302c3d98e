import { dateIn, weekdayOf } from '../../clock.ts';
import { MAILING_NAMES } from '../../delivery/mailing.ts';
import { clockIn, instantAt } from '../schedule/local-time.ts';
import { sendingTime } from '../schedule/sending-time.ts';
import type { Planned } from '../store.ts';
import { isPausedOn } from '../wished/change-wishes.ts';
import type { StudyWishes } from '../wishes.ts';
import type { PlanningParts } from './parts.ts';

/** Kept in one transaction. */
const AT_ONCE = 200;

/**
 * Turns learners' own reminders whose time has come into mailings of one. What they say is written
 * when they are released. A missed day is over: nobody is reminded of it later.
 */
export async function planOwn(parts: PlanningParts): Promise<void> {
  const { zone, reminders } = parts;
  const now = parts.clock.now();
  const today = dateIn(zone, now);
  const wishes = await reminders.ownWishes(weekdayOf(today), clockIn(zone, now));
  // Thousands share a few times, and each is worked out in a zone.
  const instants = new Map<string, Date>();
  const planned = wishes.flatMap((one) => {
    const due = instants.get(one.time) ?? instantAt(zone, today, one.time);
    instants.set(one.time, due);
    const isNew = due > new Date(one.plannedUntil) && due <= now;
    return isNew && !isPausedOn(one, today) ? [planOf(one, due, now, parts)] : [];
  });
  for (let at = 0; at < planned.length; at += AT_ONCE) {
    await parts.reminders.plan(planned.slice(at, at + AT_ONCE));
  }
}

function planOf({ person }: StudyWishes, due: Date, now: Date, parts: PlanningParts): Planned {
  const { zone, restDays, newId, buttonsOf } = parts;
  const time = sendingTime('study', false, due, zone, restDays);
  const isGood = time.kind === 'at' && (time.notAfter === null || time.notAfter > now);
  const notAfter = time.kind === 'at' ? (time.notAfter?.toISOString() ?? null) : null;
  const mailing = {
    ...({ id: newId(), kind: 'study', reminder: null, isUrgent: false } as const),
    ...{ title: MAILING_NAMES.study, buttons: buttonsOf('study') },
    source: `own:${person}@${due.toISOString()}`,
    ...{ dueAt: due.toISOString(), createdAt: now.toISOString() },
  };
  const delivery = { id: newId(), person, text: null, notBefore: due.toISOString(), notAfter };
  return {
    of: { person },
    until: due.toISOString(),
    isOver: false,
    mailings: isGood ? [{ mailing, deliveries: [delivery] }] : [],
  };
}
