import { can } from '../../../people/abilities.ts';
import { canIn, type TrainingClass } from '../../../people/person.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** Classes that a person may prepare seminars for: those not over first, the next to begin first. */
export async function ownClasses(on: PersonalOccasion): Promise<readonly TrainingClass[]> {
  if (!can(on.person.role, 'prepare-seminar')) return [];
  const classes = (await on.people.classes()).filter(({ id }) =>
    canIn(on.person, 'prepare-seminar', id),
  );
  const isOver = ({ endsOn }: TrainingClass) => endsOn < on.today;
  return classes.toSorted((one, other) =>
    isOver(one) === isOver(other)
      ? one.startsOn.localeCompare(other.startsOn)
      : Number(isOver(one)) - Number(isOver(other)),
  );
}
