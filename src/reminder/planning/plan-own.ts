import { dateIn } from '../../clock.ts';
import { MAILING_NAMES } from '../../delivery/mailing.ts';
import { sendingTime } from '../schedule/sending-time.ts';
import type { Planned } from '../store.ts';
import { ownOccurrences } from '../wished/own-reminder.ts';
import type { StudyWishes } from '../wishes.ts';
import type { PlanningParts } from './parts.ts';

const DAY_MS = 86_400_000;
/** Kept in one transaction. */
const AT_ONCE = 200;

/**
 * Turns learners' own reminders whose time has come into mailings of one. What they say is written
 * when they are released.
 */
export async function planOwn(parts: PlanningParts): Promise<void> {
  const now = parts.clock.now();
  const wishes = await parts.reminders.allWishes();
  const planned = wishes.flatMap((one) => planOf(one, now, parts) ?? []);
  for (let at = 0; at < planned.length; at += AT_ONCE) {
    await parts.reminders.plan(planned.slice(at, at + AT_ONCE));
  }
}

/** Null where nothing is due. A missed day is over: nobody is reminded of it later. */
function planOf(wishes: StudyWishes, now: Date, parts: PlanningParts): Planned | null {
  const { zone, restDays, newId, buttonsOf } = parts;
  if (isPaused(wishes, dateIn(zone, now))) return null;
  const since = Math.max(Date.parse(wishes.plannedUntil), now.getTime() - DAY_MS);
  const due = ownOccurrences(wishes, zone, new Date(since), now).at(-1);
  if (due === undefined) return null;
  const time = sendingTime('study', false, due, zone, restDays);
  const isGood = time.kind === 'at' && (time.notAfter === null || time.notAfter > now);
  const notAfter = time.kind === 'at' ? (time.notAfter?.toISOString() ?? null) : null;
  const { person } = wishes;
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

function isPaused({ pause }: StudyWishes, today: string): boolean {
  return pause !== null && (pause.until === null || today < pause.until);
}
