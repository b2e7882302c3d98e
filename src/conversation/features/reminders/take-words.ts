import { gapsIn } from '../../../reminder/draft/templates.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { partsIn } from '../people/audience-parts.ts';
import { askGap } from './ask-gap.ts';
import { addParts, audiencePage } from './audience.ts';
import { askFilterName, saveFilter } from './filters.ts';
import { withDraft } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';
import { askAmidGaps, takeGap } from './take-gap.ts';
import { askText, keepText } from './text.ts';
import { askTime, takeTime } from './time.ts';

const NOTHING_ASKED = '现在没有等待填写的内容。发送“提醒管理”可以打开草稿。';

/** Asks for words of a draft. */
export function writeInReminder(
  { reminder, what }: DeedOf<'write-in-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (draft) => {
    switch (what) {
      case 'audience':
        return audiencePage(draft, on);
      case 'filter':
        return askFilterName(draft, on);
      case 'text':
        return askText(draft, on);
      case 'gap':
        return gapsIn(draft.text).length > 0 ? askGap(draft, on) : previewPage(draft, on);
      case 'time':
        return askTime(draft, on);
      default:
        return what satisfies never;
    }
  });
}

/** The next text, where words of a draft were asked for. */
export async function takeWords(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const asked = on.pending.reminderWords;
  if (asked === null) return say(NOTHING_ASKED);
  const { gap } = asked;
  if (gap !== null && isAsked(text)) return askAmidGaps(text, gap, on);
  // A message may well end with a question; what names a time or people does not.
  if (asked.what !== 'text' && isAsked(text)) {
    return on.perform({ kind: 'intent', intent: 'ask', text }, on);
  }
  return withDraft(asked.reminder, on, (draft) => {
    switch (asked.what) {
      case 'audience':
        return takeAudience(draft, text, on);
      case 'filter':
        return saveFilter(draft, text, on);
      case 'text':
        return keepText(draft, text, null, on);
      case 'gap':
        return gap === null ? keepText(draft, text, null, on) : takeGap(draft, gap, text, on);
      case 'time':
        return takeTime(draft, text, on);
      default:
        return asked.what satisfies never;
    }
  });
}

function isAsked(text: string): boolean {
  return /[？?]\s*$/u.test(text);
}

async function takeAudience(
  draft: Reminder,
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const read = await partsIn(text, await on.reminders.filters(), on);
  return read.ok ? addParts(draft, read.audience, on) : audiencePage(draft, on, read.problem);
}
