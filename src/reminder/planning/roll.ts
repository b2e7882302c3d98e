import type { Person, TrainingClass } from '../../people/person.ts';
import type { StudyWishes } from '../wishes.ts';
import type { PlanningParts } from './parts.ts';

/** Who there is at one look; each list is read when it is first asked for. */
export interface Roll {
  people(): Promise<readonly Person[]>;
  classes(): Promise<readonly TrainingClass[]>;
  /** Of those who opted in. */
  wishes(): Promise<ReadonlyMap<string, StudyWishes>>;
}

export function readRoll({ people, reminders }: PlanningParts): Roll {
  return {
    people: once(() => people.people()),
    classes: once(() => people.classes()),
    wishes: once(
      async () => new Map((await reminders.allWishes()).map((one) => [one.person, one])),
    ),
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | null = null;
  return () => {
    reading ??= read();
    return reading;
  };
}
