import { allowedAt } from '../schedule/sending-time.ts';
import type { PlanningParts } from './parts.ts';

/**
 * Messages that have been ready for long, since there are many or their channel does not answer, keep
 * quiet hours and rest days all the same: they are decided on anew.
 */
export async function holdBack(parts: PlanningParts): Promise<void> {
  const { deliveries, reminders, clock, restDays, zone } = parts;
  const now = clock.now();
  const held: string[] = [];
  const zoneOf = async (reminder: string | null) =>
    reminder === null ? null : (await reminders.reminder(reminder))?.zone;
  for (const { mailing, reminder } of await deliveries.readyNotices()) {
    const of = { kind: 'class', isUrgent: false } as const;
    const itsZone = (await zoneOf(reminder)) ?? zone;
    if (allowedAt(of, now, itsZone, restDays) > now) held.push(mailing);
  }
  await deliveries.takeBack(held, now);
}
