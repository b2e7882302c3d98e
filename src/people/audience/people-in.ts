import type { Person, TrainingClass } from '../../people/person.ts';
import type { Audience, AudiencePart } from './audience.ts';

/** Someone whom a reminder is for. */
export interface Recipient {
  readonly person: Person;
  /** The class by which they are in the audience, for placeholders; null where it names none. */
  readonly trainingClass: TrainingClass | null;
}

export interface PeopleInOptions {
  /** Whether a class that has ended still counts. */
  readonly withEnded: boolean;
}

/**
 * Everyone in an audience once, in the order of `people`. Whoever is in it by several classes is so
 * by the one that comes first in the audience.
 *
 * @param today `YYYY-MM-DD`
 */
export function peopleIn(
  audience: Audience,
  people: readonly Person[],
  classes: readonly TrainingClass[],
  today: string,
  { withEnded }: PeopleInOptions,
): Recipient[] {
  const byId = new Map(classes.map((one) => [one.id, one]));
  const parts = audience.flatMap((part) => {
    const trainingClass = part.classId === null ? null : byId.get(part.classId);
    if (trainingClass === undefined) return [];
    const hasEnded = trainingClass !== null && trainingClass.endsOn < today;
    return hasEnded && !withEnded ? [] : [{ part, trainingClass }];
  });
  return people.flatMap((person) => {
    const mine = parts.filter(({ part }) => isIn(part, person));
    if (mine.length === 0) return [];
    const named = mine.find(({ trainingClass }) => trainingClass !== null);
    return [{ person, trainingClass: named?.trainingClass ?? null }];
  });
}

/** Classes that an audience names and that have ended, for a remark. */
export function endedClasses(
  audience: Audience,
  classes: readonly TrainingClass[],
  today: string,
): TrainingClass[] {
  const named = new Set(audience.map(({ classId }) => classId));
  return classes.filter(({ id, endsOn }) => named.has(id) && endsOn < today);
}

function isIn({ classId, unit, role }: AudiencePart, person: Person): boolean {
  if (unit !== null && person.unit !== unit) return false;
  if (classId === null) return role === null || person.role === role;
  const membership = person.memberships.find((one) => one.classId === classId);
  if (membership === undefined) return false;
  // Learners and trainers of a class are so by their part in it, whatever they are elsewhere.
  if (role === null || role === 'learner' || role === 'trainer') {
    return membership.part === (role ?? 'learner');
  }
  return person.role === role;
}
