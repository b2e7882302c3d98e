import { dateIn } from '../../clock.ts';
import { peopleIn } from '../../people/audience/people-in.ts';
import type { Reminder } from '../reminder.ts';
import type { PlanningParts } from './parts.ts';
import { readRoll } from './roll.ts';

/** How the reminders are that messages belong to, at one look; each is read when it is first asked for. */
export interface Standing {
  /** Null where it is there no more. */
  of(reminder: string): Promise<ReminderStanding | null>;
}

export interface ReminderStanding extends Pick<Reminder, 'state' | 'zone'> {
  /** Whom it is still meant for. */
  readonly people: ReadonlySet<string>;
}

export function readStanding(parts: PlanningParts): Standing {
  const roll = readRoll(parts);
  const known = new Map<string, Promise<ReminderStanding | null>>();
  const read = async (id: string): Promise<ReminderStanding | null> => {
    const reminder = await parts.reminders.reminder(id);
    if (reminder === null) return null;
    const { audience, state, zone } = reminder;
    const [people, classes] = await Promise.all([roll.people(), roll.classes()]);
    const today = dateIn(zone, parts.clock.now());
    // What was sent to a class in time may reach it after its end.
    const meant = peopleIn(audience, people, classes, today, { withEnded: true });
    return { state, zone, people: new Set(meant.map(({ person }) => person.id)) };
  };
  return {
    of: (reminder) => {
      const standing = known.get(reminder) ?? read(reminder);
      known.set(reminder, standing);
      return standing;
    },
  };
}
