import { type Action, can, type Role, type Standing } from './abilities.ts';

/** A person's part in a class. */
export type Part = 'learner' | 'trainer';

export interface Membership {
  readonly classId: string;
  readonly part: Part;
}

export interface Person {
  readonly id: string;
  /** Empty where nobody has told. */
  readonly name: string;
  readonly unit: string;
  readonly role: Role;
  /** ISO instant at which they agreed to have learning records kept; null before. */
  readonly consentedAt: string | null;
  readonly createdAt: string;
  readonly memberships: readonly Membership[];
}

/** A 班次. Dates are `YYYY-MM-DD`, both days included. */
export interface TrainingClass {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export function standingOf(person: Person | null): Standing {
  return person?.role ?? 'stranger';
}

/** Whether someone may do what concerns a class: by their part in it, or as an administrator. */
export function canIn(person: Person | null, action: Action, classId: string): boolean {
  if (person === null) return false;
  if (person.role === 'admin' && can('admin', action)) return true;
  const part = person.memberships.find((one) => one.classId === classId)?.part;
  return part !== undefined && can(part, action);
}

/** How a person is called where no name is known. */
export function nameOf({ name }: Pick<Person, 'name'>): string {
  return name === '' ? '未填姓名' : name;
}
