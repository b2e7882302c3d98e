import { dateIn } from '../../clock.ts';
import { peopleIn } from '../audience/people-in.ts';
import type { PlanningParts } from './parts.ts';
import { readRoll } from './roll.ts';

/** Who is in the audience of which reminder at one look; read for a reminder when it is first asked for. */
export interface Standing {
  /** Whether someone is still meant by a reminder. */
  isMeant(reminder: string, person: string): Promise<boolean>;
}

export function readStanding(parts: PlanningParts): Standing {
  const roll = readRoll(parts);
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  const read = async (id: string): Promise<ReadonlySet<string>> => {
    const reminder = await parts.reminders.reminder(id);
    if (reminder === null) return new Set();
    const [people, classes] = await Promise.all([roll.people(), roll.classes()]);
    const today = dateIn(reminder.zone, parts.clock.now());
    // What was sent to a class in time may reach it after its end.
    const meant = peopleIn(reminder.audience, people, classes, today, { withEnded: true });
    return new Set(meant.map(({ person }) => person.id));
  };
  return {
    isMeant: async (reminder, person) => {
      const meant = known.get(reminder) ?? read(reminder);
      known.set(reminder, meant);
      return (await meant).has(person);
    },
  };
}
