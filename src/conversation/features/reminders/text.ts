import { audienceInWords } from '../../../people/audience/audience-in-words.ts';
import { problemOfText } from '../../../reminder/draft/check-draft.ts';
import { recipientsNow } from '../../../reminder/draft/preview.ts';
import { PLACEHOLDERS, readTemplate } from '../../../reminder/draft/template.ts';
import { gapsIn, TEMPLATES } from '../../../reminder/draft/templates.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { askGap } from './ask-gap.ts';
import { changeDraft } from './change-draft.ts';
import { withDraft } from './opened-reminder.ts';
import { previewPage } from './preview-page.ts';
import { askTime, takeTime } from './time.ts';
import { waitFor } from './wait-for.ts';

export function chooseTemplate(
  { reminder }: DeedOf<'choose-template'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (draft) => offerTemplates(draft, on));
}

/** Texts to begin with; whatever is written instead is the text. */
export function offerTemplates(draft: Reminder, on: PersonalOccasion): FeatureReply {
  const templates = TEMPLATES.filter(({ kind }) => kind === draft.kind).map(
    ({ id, title }): Button => [title, { kind: 'use-template', reminder: draft.id, template: id }],
  );
  return {
    placement: 'turn',
    state: waitFor(draft, 'text', on),
    blocks: [
      lead(draft.kind === 'study' ? '提醒写什么？' : '通知写什么？'),
      remark('可以选一个模板，逐项填好；也可以直接把内容发给我。'),
      choices(
        '模板',
        ...templates,
        ['自己写', { kind: 'write-in-reminder', reminder: draft.id, what: 'text' }],
        ['先放着', { kind: 'list-reminders', from: 0 }],
      ),
    ],
  };
}

/** What a template leaves open is asked for, gap by gap. */
export function useTemplate(
  { reminder, template }: DeedOf<'use-template'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, (before) => {
    const found = TEMPLATES.find(({ id }) => id === template);
    return found === undefined
      ? offerTemplates(before, on)
      : keepText(before, found.text, null, on);
  });
}

export function askText(draft: Reminder, on: PersonalOccasion): FeatureReply {
  const now = draft.text === '' ? [] : [plain(draft.text)];
  return {
    placement: 'turn',
    state: waitFor(draft, 'text', on),
    blocks: [
      lead(draft.text === '' ? '请把内容发给我。' : '现在的内容如下，请把改好的全文发给我。'),
      ...now,
      remark(
        `可以用${PLACEHOLDERS.map((name) => `{${name}}`).join('、')}，发送时换成各人的。请不要写涉密内容。`,
      ),
      choices('内容', ['用模板', { kind: 'choose-template', reminder: draft.id }], backFrom(draft)),
    ],
  };
}

function backFrom({ id, text }: Reminder): Button {
  if (text === '') return ['先放着', { kind: 'list-reminders', from: 0 }];
  return gapsIn(text).length > 0
    ? ['接着填', { kind: 'write-in-reminder', reminder: id, what: 'gap' }]
    : ['返回预览', { kind: 'open-reminder', reminder: id }];
}

/**
 * Keeps words as the text of a draft, whatever is still wrong with them: nothing that was written is
 * lost. Gaps are asked for one by one; where nothing is wrong and no time was chosen yet, that is.
 *
 * @param when in words, where it was said along with them
 */
export async function keepText(
  before: Reminder,
  text: string,
  when: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const recipients = await recipientsNow(before, on, on.now);
  const read = readTemplate(text, before.audience);
  const { draft, change } = changeDraft(before, { text: read.ok ? read.text : text });
  if (read.ok && gapsIn(read.text).length > 0) return { ...askGap(draft, on), changes: [change] };
  const problem = problemOfText(draft, recipients);
  if (problem !== null) return { ...askAgain(draft, problem, on), changes: [change] };
  const isNew = problemOfText(before, recipients) !== null && before.timing.kind === 'now';
  const next = await nextOf(draft, when, isNew, on);
  return { ...next, changes: [change, ...(next.changes ?? [])] };
}

async function nextOf(
  draft: Reminder,
  when: string | null,
  isNew: boolean,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (when !== null) return takeTime(draft, when, on);
  if (!isNew) return previewPage(draft, on);
  const whom = audienceInWords(draft.audience, await on.people.classes());
  return askTime(draft, on, `已存为草稿，发给${whom}。什么时候发送？`);
}

/** The whole text, to be copied and sent back as it should be. */
function askAgain(draft: Reminder, problem: string, on: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: waitFor(draft, 'text', on),
    blocks: [
      lead(problem),
      ...(draft.text === '' ? [] : [plain(draft.text)]),
      remark('草稿已经保存。改好以后把全文发给我。'),
      choices(
        '内容',
        ['换个模板', { kind: 'choose-template', reminder: draft.id }],
        ['先放着', { kind: 'list-reminders', from: 0 }],
      ),
    ],
  };
}
