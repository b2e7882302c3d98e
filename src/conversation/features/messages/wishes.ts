import { isPausedOn, noWishes } from '../../../reminder/wished/change-wishes.ts';
import type { StudyWishes } from '../../../reminder/wishes.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { Change } from '../../store.ts';

/** What the person wants; what is usual, and nothing yet, for whoever has never chosen. */
export async function wishesOf(on: PersonalOccasion): Promise<StudyWishes> {
  const kept = await on.reminders.wishes(on.person.id);
  return kept ?? noWishes(on.person.id, on.now.toISOString());
}

/** A pause that is over goes with any change. */
export function setting(chosen: StudyWishes, { now, today }: PersonalOccasion): Change {
  const wishes = isPausedOn(chosen, today) ? chosen : { ...chosen, pause: null };
  return { of: 'reminder', change: { kind: 'set-wishes', wishes, at: now.toISOString() } };
}
