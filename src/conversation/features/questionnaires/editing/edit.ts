import type { Edited } from '../../../../questionnaire/editing/edit.ts';
import { editQuestionnaire } from '../../../../questionnaire/editing/edit-questionnaire.ts';
import type { Questionnaire } from '../../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../../questionnaire/store.ts';
import { type Button, choices, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import type { DraftBlock } from '../../../reply.ts';
import { savedAs, withQuestionnaire } from '../opened-questionnaire.ts';
import { questionnaireBlocks } from '../questionnaire-page.ts';
import { itemBlocks } from './items.ts';

export type Edit = DeedOf<'edit-questionnaire'>['edit'];

/** Makes a change as a new version of the questionnaire that the person was looking at. */
export function changeQuestionnaire(
  { questionnaire, before, edit }: Omit<DeedOf<'edit-questionnaire'>, 'kind'>,
  on: PersonalOccasion,
  refused: (problem: string, record: QuestionnaireRecord) => FeatureReply = notMade(edit),
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async (record) => {
    if (record.version !== before) return changedMeanwhile(record, edit, on);
    const edited: Edited<Questionnaire> = editQuestionnaire(record.content, edit);
    if (!edited.ok) return refused(edited.problem, record);
    const saved = savedAs(record, edited.value, edited.note, on);
    return {
      placement: 'turn',
      changes: [saved.change],
      blocks: [
        remark(`${edited.note}，已存为第 ${saved.record.version} 版，在“版本”中可以恢复。`),
        ...(await shownAfter(record, saved.record, edit, on)),
      ],
    };
  });
}

/** What the change concerned: the item as it is now, or the questionnaire. */
async function shownAfter(
  before: QuestionnaireRecord,
  after: QuestionnaireRecord,
  edit: Edit,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const id = itemAfter(before, after, edit);
  const blocks = id === null ? null : itemBlocks(after, id);
  return blocks ?? (await questionnaireBlocks(after, on));
}

function itemAfter(
  before: QuestionnaireRecord,
  after: QuestionnaireRecord,
  edit: Edit,
): string | null {
  const [old, items] = [before.content.items, after.content.items];
  if (edit.kind === 'add') {
    const known = new Set(old.map(({ id }) => id));
    return items.find(({ id }) => !known.has(id))?.id ?? null;
  }
  if (edit.kind !== 'delete') return 'item' in edit ? edit.item : null;
  const at = old.findIndex(({ id }) => id === edit.item);
  return (items[at] ?? items[at - 1])?.id ?? null;
}

function notMade(edit: Edit) {
  return (problem: string, { id: questionnaire }: QuestionnaireRecord): FeatureReply => ({
    placement: 'turn',
    blocks: [lead(problem), choices('问卷', ...waysBack(questionnaire, edit))],
  });
}

function waysBack(questionnaire: string, edit: Edit): readonly Button[] {
  return [
    ...('item' in edit
      ? ([['返回这一题', { kind: 'open-item', questionnaire, item: edit.item }]] as const)
      : []),
    ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
  ];
}

/** Somebody else, or another window, made a version that these buttons do not know of. */
async function changedMeanwhile(
  record: QuestionnaireRecord,
  edit: Edit,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id: questionnaire, version } = record;
  const [latest] = await on.questionnaires.versions(questionnaire);
  const words = wordsIn(edit);
  const again: Button = [
    words === null ? '仍然这样改' : '仍然改成这样',
    { kind: 'edit-questionnaire', questionnaire, before: version, edit },
  ];
  const item = 'item' in edit ? itemBlocks(record, edit.item) : null;
  return {
    placement: 'turn',
    blocks: [
      lead(
        `这份问卷刚才已经改到第 ${version} 版（${latest?.note ?? ''}），和您看到的不一样，没有修改。请看现在的内容。`,
      ),
      ...(words === null ? [] : [plain(`您写的是：\n${words}`)]),
      choices('您的修改', again),
      ...(item ?? (await questionnaireBlocks(record, on))),
    ],
  };
}

/** What a person wrote out for a change; null where they wrote nothing. */
function wordsIn(edit: Edit): string | null {
  const options = 'options' in edit ? edit.options : [];
  const lines = [...('text' in edit ? [edit.text] : []), ...options];
  return lines.length === 0 ? null : lines.join('\n');
}
