import { timeIn } from '../../../clock.ts';
import { proposeTimes } from '../../../reminder/draft/propose-times.ts';
import { readTiming } from '../../../reminder/reading/read-timing.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { changeDraft } from './change-draft.ts';
import { withDraft } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';
import { waitFor } from './wait-for.ts';

const HOW_STUDY =
  '可以点选，也可以写，例如“每周三 9:30”“每周三 9:30 至 18:00，截止 12月31日”。写一段时间的，这一段里按学员自己选的时间发。';
const HOW_CLASS =
  '可以点选，也可以写，例如“明天 9:00”“6月10日下午3点”“每周三 9:30”“每周三 9:30，截止 12月31日”。';

/** Asks when it is to be sent; a problem with what was said says what could be. */
export async function askTime(
  draft: Reminder,
  on: PersonalOccasion,
  said = '什么时候发送？',
  problem: string | null = null,
): Promise<FeatureReply> {
  const classes = await on.people.classes();
  const proposals = proposeTimes(draft, classes, on.restDays, on.now);
  const buttons = proposals.map(({ label, words }): Button => {
    return [label, { kind: 'set-reminder-time', reminder: draft.id, words }];
  });
  const how = draft.kind === 'study' ? HOW_STUDY : HOW_CLASS;
  return {
    placement: 'turn',
    state: waitFor(draft, 'time', on),
    blocks: [
      lead(problem ?? said),
      // A problem says by itself what could be written.
      ...(problem === null ? [remark(`${how}现在是 ${timeIn(draft.zone, on.now)}。`)] : []),
      choices('发送时间', ...buttons, ['返回预览', { kind: 'open-reminder', reminder: draft.id }]),
    ],
  };
}

export function setTime(
  { reminder, words }: Pick<DeedOf<'set-reminder-time'>, 'reminder' | 'words'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (draft) => takeTime(draft, words, on));
}

/** Words that say no time, or one that has passed, change nothing. */
export async function takeTime(
  before: Reminder,
  words: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const read = readTiming(words, on.now, before.zone);
  if (!read.ok) return askTime(before, on, undefined, read.problem);
  const { draft, change } = changeDraft(before, { timing: read.timing });
  return { ...(await previewPage(draft, on)), changes: [change] };
}
