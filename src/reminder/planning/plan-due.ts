import { addDays, dateIn } from '../../clock.ts';
import type { NewDelivery } from '../../delivery/delivery.ts';
import { MAILING_NAMES } from '../../delivery/mailing.ts';
import { messageFor } from '../draft/message.ts';
import { recipientsOf } from '../recipients-of.ts';
import type { Reminder } from '../reminder.ts';
import { occurrences } from '../schedule/occurrences.ts';
import { learnersTime, sendingTime } from '../schedule/sending-time.ts';
import { type Sending, sendings } from '../schedule/sendings.ts';
import type { Planned } from '../store.ts';
import type { PlanningParts } from './parts.ts';
import { type Roll, readRoll } from './roll.ts';

/** Occurrences of one reminder that are looked at in one go; after a long rest, more come next time. */
const MOST_AT_ONCE = 400;
const YEARS_AHEAD = 10;

/**
 * Turns every occurrence whose time has come into a mailing. One that cannot be planned keeps no other
 * back.
 *
 * @throws what went wrong first, once all have been looked at
 */
export async function planDue(parts: PlanningParts): Promise<void> {
  const now = parts.clock.now();
  const active = await parts.reminders.active();
  const roll = readRoll(parts);
  const failures: unknown[] = [];
  for (const reminder of active) {
    try {
      const planned = await planOf(reminder, now, roll, parts);
      if (planned !== null) await parts.reminders.plan([planned]);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Null where nothing is due and more is to come. */
async function planOf(
  reminder: Reminder,
  now: Date,
  roll: Roll,
  parts: PlanningParts,
): Promise<Planned | null> {
  const due = dueOf(reminder, now, parts);
  const isOver = await hasEnded(reminder, now, roll);
  const last = due.at(-1);
  if (last === undefined && !isOver) return null;
  const before = new Date(reminder.plannedUntil ?? now).getTime();
  const until = last?.due.getTime() ?? now.getTime();
  return {
    of: { reminder: reminder.id },
    // Further than before in any case: else nothing would be kept of it.
    until: new Date(Math.max(until, before + 1)).toISOString(),
    isOver,
    mailings: await Promise.all(
      stillGood(due, now).map((sending) => mailingOf(reminder, sending, now, roll, parts)),
    ),
  };
}

function dueOf(reminder: Reminder, now: Date, { restDays }: PlanningParts): readonly Sending[] {
  const { kind, isUrgent, timing, zone, plannedUntil } = reminder;
  const from = new Date(plannedUntil ?? now);
  if (timing.kind !== 'now') return sendings(reminder, restDays, from, now, MOST_AT_ONCE);
  return [{ due: from, time: sendingTime(kind, isUrgent, from, zone, restDays) }];
}

type Timed = Sending & { readonly time: { readonly kind: 'at' } };

/** What can still be sent; of what cannot, the latest, so that the report tells of it. */
function stillGood(due: readonly Sending[], now: Date): readonly Timed[] {
  const timed = due.filter((one): one is Timed => one.time.kind === 'at');
  const good = timed.filter(({ time }) => time.notAfter === null || time.notAfter > now);
  return good.length > 0 ? good : timed.slice(-1);
}

/** No occurrence is left, or every class that it is for has ended. */
async function hasEnded({ timing, zone, audience }: Reminder, now: Date, roll: Roll) {
  if (timing.kind === 'now') return true;
  const far = new Date(`${addDays(dateIn(zone, now), YEARS_AHEAD * 366)}T00:00:00Z`);
  if (occurrences(timing, zone, now, far, 1).length === 0) return true;
  const ids = audience.map(({ classId }) => classId);
  if (timing.kind === 'once' || ids.includes(null)) return false;
  const today = dateIn(zone, now);
  const classes = await roll.classes();
  return classes.every(({ id, endsOn }) => !ids.includes(id) || endsOn < today);
}

async function mailingOf(
  reminder: Reminder,
  { due, time }: Timed,
  now: Date,
  roll: Roll,
  { newId, buttonsOf }: PlanningParts,
): Promise<Planned['mailings'][number]> {
  const { id, kind, isUrgent } = reminder;
  return {
    mailing: {
      ...{ id: newId(), kind, reminder: id, isUrgent, title: MAILING_NAMES[kind] },
      source: `reminder:${id}@${due.toISOString()}`,
      buttons: buttonsOf(kind),
      dueAt: due.toISOString(),
      createdAt: now.toISOString(),
    },
    deliveries: await deliveriesOf(reminder, { due, time }, now, roll, newId),
  };
}

async function deliveriesOf(
  reminder: Reminder,
  { due, time }: Timed,
  now: Date,
  roll: Roll,
  newId: () => string,
): Promise<readonly NewDelivery[]> {
  const { kind, timing, zone } = reminder;
  const [people, classes] = await Promise.all([roll.people(), roll.classes()]);
  const recipients = recipientsOf(reminder, people, classes, dateIn(zone, now));
  const notAfter = time.notAfter?.toISOString() ?? null;
  const deliver = (to: (typeof recipients)[number], at: Date): NewDelivery => ({
    ...{ id: newId(), person: to.person.id, text: messageFor(reminder, to) },
    ...{ notBefore: at.toISOString(), notAfter },
  });
  if (kind === 'class') return recipients.map((to) => deliver(to, time.at));
  const wishes = await roll.wishes();
  const until = timing.kind === 'now' ? null : timing.until;
  return recipients.flatMap((to) => {
    const wish = wishes.get(to.person.id);
    return wish === undefined ? [] : [deliver(to, learnersTime(due, until, wish.time, zone))];
  });
}
