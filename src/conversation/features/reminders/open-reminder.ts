import { gapsIn } from '../../../reminder/draft/templates.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { askGap } from './ask-gap.ts';
import { audiencePage } from './audience.ts';
import { withReminder } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';
import { reminderPage } from './reminder-page.ts';
import { offerTemplates } from './text.ts';

/** A draft where it was left; else what became of the reminder. */
export function openReminder(
  { reminder }: Pick<DeedOf<'open-reminder'>, 'reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReminder(reminder, on, (found, right) =>
    found.state === 'draft' && right === 'manage'
      ? resume(found, on)
      : reminderPage(found, right, on),
  );
}

function resume(draft: Reminder, on: PersonalOccasion): FeatureReply | Promise<FeatureReply> {
  if (draft.audience.length === 0) return audiencePage(draft, on);
  if (draft.text === '') return offerTemplates(draft, on);
  return gapsIn(draft.text).length > 0 ? askGap(draft, on) : previewPage(draft, on);
}
