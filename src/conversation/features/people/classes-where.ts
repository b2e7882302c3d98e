import type { Action } from '../../../people/abilities.ts';
import { canIn, type TrainingClass } from '../../../people/person.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** Classes for which someone may do something, those not over first. */
export async function classesWhere(
  action: Action,
  { people, person, today }: PersonalOccasion,
): Promise<readonly TrainingClass[]> {
  const classes = await people.classes();
  const isOver = ({ endsOn }: TrainingClass) => Number(endsOn < today);
  return classes
    .filter(({ id }) => canIn(person, action, id))
    .toSorted((one, other) => isOver(one) - isOver(other));
}
