import type { SeminarChange } from '../../seminar/store.ts';

/** The change of one kind. */
export type SeminarChangeOf<Kind extends SeminarChange['kind']> = Extract<
  SeminarChange,
  { kind: Kind }
>;
