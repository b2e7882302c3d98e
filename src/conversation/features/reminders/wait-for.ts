import type { Reminder } from '../../../reminder/reminder.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { DialogueState } from '../../state.ts';

/** What of a draft the next text says. */
export type WrittenInReminder = Exclude<NonNullable<DialogueState['reminderWords']>['what'], 'gap'>;

/** The state in which the next text is taken as that. */
export function waitFor(
  { id }: Pick<Reminder, 'id'>,
  what: WrittenInReminder,
  { state }: PersonalOccasion,
): DialogueState {
  return {
    ...state,
    expecting: 'words-for-reminder',
    reminderWords: { reminder: id, what, gap: null },
  };
}
