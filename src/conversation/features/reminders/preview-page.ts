import { MAILING_NAMES } from '../../../delivery/mailing.ts';
import { fingerprintOf } from '../../../reminder/draft/fingerprint.ts';
import { type Preview, previewOf } from '../../../reminder/draft/preview.ts';
import { previewLines } from '../../../reminder/draft/preview-in-words.ts';
import { gapsIn } from '../../../reminder/draft/templates.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { changeDraft } from './change-draft.ts';
import { withDraft } from './opened-reminder.ts';

/** What will go to whom and when, before it is confirmed. Every step can be done again from here. */
export async function previewPage(
  draft: Reminder,
  on: PersonalOccasion,
  said: string | null = null,
): Promise<FeatureReply> {
  const preview = await previewOf(draft, on, on.now);
  return {
    placement: 'turn',
    blocks: [
      ...(said === null ? [] : [lead(said)]),
      heading(`${MAILING_NAMES[draft.kind]}预览（还没有发送）`),
      ...preview.problems.map(({ words }) => lead(words)),
      ...(preview.message === '' ? [] : [plain(preview.message)]),
      heading('发送安排'),
      plain(previewLines(draft, preview).join('\n')),
      ...(preview.remarks.length === 0 ? [] : [remark(preview.remarks.join('\n'))]),
      choices('预览', ...buttonsOf(draft, preview)),
    ],
  };
}

function buttonsOf(draft: Reminder, { problems, message }: Preview): Button[] {
  const { id, kind, isUrgent } = draft;
  const confirm: Button = [
    '确认发送',
    { kind: 'confirm-reminder', reminder: id, seen: fingerprintOf(draft) },
  ];
  const urgent: Button = [
    isUrgent ? '取消加急' : '加急',
    { kind: 'set-urgent', reminder: id, isUrgent: !isUrgent },
  ];
  const fill: Button = ['填写空项', { kind: 'write-in-reminder', reminder: id, what: 'gap' }];
  return [
    ...(problems.length === 0 ? [confirm] : []),
    ...(message === '' ? [] : [['先发给我看', { kind: 'try-reminder', reminder: id }] as const]),
    ...(gapsIn(draft.text).length === 0 ? [] : [fill]),
    ['改内容', { kind: 'write-in-reminder', reminder: id, what: 'text' }],
    ['改时间', { kind: 'write-in-reminder', reminder: id, what: 'time' }],
    ['改范围', { kind: 'choose-audience', reminder: id }],
    ...(kind === 'class' ? [urgent] : []),
    ['删除草稿', { kind: 'ask-drop-reminder', reminder: id }],
  ];
}

const URGENT = '已标为加急：到时间就发，不受早晚和休息日限制。确有必要才用。';
const NOT_URGENT = '已取消加急：早 8 点以前、晚 8 点以后和休息日顺延。';

export function setUrgent(
  { reminder, isUrgent }: DeedOf<'set-urgent'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (before) => {
    const { draft, change } = changeDraft(before, { isUrgent });
    const page = await previewPage(draft, on, isUrgent ? URGENT : NOT_URGENT);
    return { ...page, changes: [change] };
  });
}
