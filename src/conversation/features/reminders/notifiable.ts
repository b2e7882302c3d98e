import { canIn, type TrainingClass } from '../../../people/person.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** Classes that someone may send notices to, those not over first. */
export async function notifiable({
  people,
  person,
  today,
}: PersonalOccasion): Promise<readonly TrainingClass[]> {
  const classes = await people.classes();
  const isOver = ({ endsOn }: TrainingClass) => Number(endsOn < today);
  return classes
    .filter(({ id }) => canIn(person, 'notify-class', id))
    .toSorted((one, other) => isOver(one) - isOver(other));
}
