import { fillGap, readGapWords, withoutGap } from '../../../reminder/draft/gaps.ts';
import { gapsIn } from '../../../reminder/draft/templates.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { choices, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DialogueState } from '../../state.ts';
import { followedBy } from '../talk/answer-then.ts';
import { askGap } from './ask-gap.ts';
import { changeDraft } from './change-draft.ts';
import { withDraft } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';
import { keepText } from './text.ts';

const SKIP = /^跳过(?:这一?项)?[。]?$/u;
const DONE = '这一项已经填好，或者已经去掉。请看现在的内容。';
const CHANGED = '内容刚才被改过，您发的这一项没有用上。请看现在的内容。';

export type AskedGap = NonNullable<NonNullable<DialogueState['reminderWords']>['gap']>;

/** Puts what was sent into the gap that was asked for, or takes it as the whole text. */
export async function takeGap(
  draft: Reminder,
  asked: AskedGap,
  words: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { name, total } = asked;
  if (SKIP.test(words.trim())) return leaveOut(draft, asked, on);
  const read = readGapWords(words);
  if (read.kind === 'whole') return rewrite(draft, words, on);
  if (!draft.text.includes(name)) return showAnew(draft, CHANGED, on);
  if (read.kind === 'problem') return askGap(draft, on, total, read.problem);
  return goOn(draft, fillGap(draft.text, name, read.words), total, on);
}

/** Said, since a text that was meant for one gap may have been read as the whole. */
async function rewrite(draft: Reminder, text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const reply = await keepText(draft, text, null, on);
  return {
    ...reply,
    blocks: followedBy([plain('已用您发的文字替换整段内容。')], () => reply.blocks),
  };
}

/** Leaves out the line of a gap. */
export function skipGap(
  { reminder, gap, total }: DeedOf<'skip-gap'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (draft) => leaveOut(draft, { name: gap, total }, on));
}

async function leaveOut(
  draft: Reminder,
  { name, total }: AskedGap,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (!draft.text.includes(name)) return showAnew(draft, DONE, on);
  const text = withoutGap(draft.text, name);
  return text === null
    ? askGap(draft, on, total, '这一项去掉以后句子不通，不能跳过。不需要的，请点“整段改写”。')
    : goOn(draft, text, total, on);
}

/** The next gap; where none is left, what comes after a text. */
function goOn(
  before: Reminder,
  text: string,
  total: number,
  on: PersonalOccasion,
): FeatureReply | Promise<FeatureReply> {
  if (gapsIn(text).length === 0) return keepText(before, text, null, on);
  const { draft, change } = changeDraft(before, { text });
  return { ...askGap(draft, on, total), changes: [change] };
}

/** Somebody else, or another window, has gone on with it. */
function showAnew(
  draft: Reminder,
  said: string,
  on: PersonalOccasion,
): FeatureReply | Promise<FeatureReply> {
  if (gapsIn(draft.text).length > 0) return askGap(draft, on, undefined, said);
  return previewPage(draft, on, said);
}

/** A question meanwhile: answered as ever, and the gap is waited for still. */
export async function askAmidGaps(
  text: string,
  { name }: AskedGap,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { expecting, reminderWords } = on.pending;
  const waiting = { ...on, state: { ...on.state, expecting, reminderWords } };
  const answered = await on.perform({ kind: 'intent', intent: 'ask', text }, waiting);
  const after = () => [
    remark(
      `通知还没有填完，下一项是${name.slice(1, -1)}，直接发送即可；不填了，发送“取消”，草稿会留着。`,
    ),
    choices('内容', [
      '接着填',
      { kind: 'write-in-reminder', reminder: reminderWords?.reminder ?? '', what: 'gap' },
    ]),
  ];
  return { ...answered, blocks: followedBy(answered.blocks, after) };
}
