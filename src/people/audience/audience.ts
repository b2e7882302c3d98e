import type { Role } from '../../people/abilities.ts';

/** People who meet all that is said; what is null is not asked for. */
export interface AudiencePart {
  /** A class. Where no role is said, its learners. */
  readonly classId: string | null;
  /** 单位, word for word. */
  readonly unit: string | null;
  readonly role: Role | null;
}

/** Everyone who is in one part at least; nobody is in it twice. Empty in a draft alone. */
export type Audience = readonly AudiencePart[];

/** An audience under a name, for use in other reminders; changing it changes none that is confirmed. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
}
