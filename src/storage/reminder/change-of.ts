import type { ReminderChange } from '../../reminder/store.ts';

/** The change of one kind. */
export type ReminderChangeOf<Kind extends ReminderChange['kind']> = Extract<
  ReminderChange,
  { kind: Kind }
>;
