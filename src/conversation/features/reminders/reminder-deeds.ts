import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { reminderDeeds } from '../../deeds/reminders.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { addPart, chooseAudience, dropPart, listAudience } from './audience.ts';
import { confirmReminder } from './confirm-reminder.ts';
import * as ending from './end-reminder.ts';
import { applyFilter, confirmDroppingFilter, dropFilter } from './filters.ts';
import { listReminders } from './list-reminders.ts';
import { moveNotice } from './move-notice.ts';
import { draftNotice, draftReminder, newReminder, writeNotice } from './new-reminder.ts';
import { openReminder } from './open-reminder.ts';
import { setUrgent } from './preview-page.ts';
import { openReport } from './reminder-page.ts';
import { skipGap } from './take-gap.ts';
import { writeInReminder } from './take-words.ts';
import { chooseTemplate, useTemplate } from './text.ts';
import { setTime } from './time.ts';
import { tryReminder } from './try-reminder.ts';

type Kind = (typeof reminderDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of reminders. */
export const reminderTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'list-reminders': listReminders,
  'new-reminder': (_, on) => newReminder(on),
  'draft-reminder': draftReminder,
  'draft-notice': draftNotice,
  'write-notice': writeNotice,
  'open-reminder': openReminder,
  'choose-audience': chooseAudience,
  'list-audience': listAudience,
  'add-part': addPart,
  'drop-part': dropPart,
  'use-filter': applyFilter,
  'ask-drop-filter': confirmDroppingFilter,
  'drop-filter': dropFilter,
  'move-notice': moveNotice,
  'choose-template': chooseTemplate,
  'use-template': useTemplate,
  'write-in-reminder': writeInReminder,
  'skip-gap': skipGap,
  'set-reminder-time': setTime,
  'set-urgent': setUrgent,
  'try-reminder': tryReminder,
  'confirm-reminder': confirmReminder,
  'ask-stop-reminder': ending.confirmStopping,
  'stop-reminder': ending.stopReminder,
  'ask-drop-reminder': ending.confirmDropping,
  'drop-reminder': ending.dropReminder,
  'open-report': openReport,
};
