import { peopleIn, type Recipient } from '../people/audience/people-in.ts';
import type { Person, TrainingClass } from '../people/person.ts';
import type { Reminder } from './reminder.ts';

/**
 * Who gets a reminder that is sent on a day: 学习提醒 and repeating notices of a class end with its last
 * day, a single notice may follow it.
 *
 * @param day `YYYY-MM-DD`
 */
export function recipientsOf(
  { kind, audience, timing }: Pick<Reminder, 'kind' | 'audience' | 'timing'>,
  people: readonly Person[],
  classes: readonly TrainingClass[],
  day: string,
): Recipient[] {
  const withEnded = kind === 'class' && timing.kind !== 'repeat';
  return peopleIn(audience, people, classes, day, { withEnded });
}
