import type { KitEdit } from '../../../seminar/edit.ts';
import { editKit } from '../../../seminar/edit-kit.ts';
import type { Kit } from '../../../seminar/kit.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { openIn } from '../../readable.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';
import { kitBlocks } from './kit-page.ts';
import { type OpenedKit, withOwnKit } from './opened-kit.ts';
import { questionBlocks } from './questions.ts';

/** Makes a change as a new version of the kit that the person was looking at. */
export function changeKit(
  { kit: id, before, edit }: DeedOf<'edit-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async (opened) => {
    if (opened.record.version !== before) return changedMeanwhile(opened, edit, on);
    const edited = editKit(openIn(await on.index()), opened.kit, edit);
    if (!edited.ok) {
      return { placement: 'turn', blocks: [lead(edited.problem), ...afterwards(opened, edit)] };
    }
    const { kit, note } = edited;
    const saved = savedAs(opened, kit, note, on);
    return {
      placement: 'turn',
      changes: [saved.change],
      blocks: [
        remark(`${note}，已存为第 ${saved.opened.record.version} 版，在“版本”中可以恢复。`),
        ...(await shownAfter(opened, saved.opened, edit, on)),
      ],
    };
  });
}

/** The next version of a kit, with the change that keeps it. */
export function savedAs(
  { record, right }: OpenedKit,
  kit: Kit,
  note: string,
  on: PersonalOccasion,
): { readonly opened: OpenedKit; readonly change: Change } {
  const at = on.now.toISOString();
  const { id, version: before } = record;
  return {
    // Saved without what is gone, so nothing is left to tell of.
    opened: { record: { ...record, version: before + 1, kit, changedAt: at }, kit, right, gone: 0 },
    change: {
      of: 'seminar',
      change: { kind: 'save-version', id, before, kit, note, at },
    },
  };
}

/** What the change concerned: the question as it is now, or the kit. */
async function shownAfter(
  before: OpenedKit,
  opened: OpenedKit,
  edit: KitEdit,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const old = new Set(before.kit.questions.map(({ id }) => id));
  const added = opened.kit.questions.find(({ id }) => !old.has(id));
  if (edit.kind === 'replace' || edit.kind === 'add') {
    const fallback = edit.kind === 'replace' ? edit.question : '';
    return questionBlocks(opened, added?.id ?? fallback);
  }
  if (edit.kind === 'delete') return questionBlocks(opened, nextTo(before.kit, edit.question));
  return 'question' in edit ? questionBlocks(opened, edit.question) : kitBlocks(opened, on);
}

/** The question after a deleted one, or the one before it. */
function nextTo({ questions }: Kit, deleted: string): string {
  const at = questions.findIndex(({ id }) => id === deleted);
  return (questions[at + 1] ?? questions[at - 1])?.id ?? '';
}

/** Another window of the same person made a version that these buttons do not know of. */
async function changedMeanwhile(
  opened: OpenedKit,
  edit: KitEdit,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { record } = opened;
  const [latest] = await on.seminars.versions(record.id);
  const words = wordsIn(edit);
  return {
    placement: 'turn',
    blocks: [
      lead(
        `这份方案已经改到第 ${record.version} 版（${latest?.note ?? ''}），刚才点的是以前的按钮，没有修改。请看现在的内容。`,
      ),
      ...(words === null
        ? []
        : [
            plain(`您写的是：${words}`),
            choices('您写的内容', [
              '仍然改成这样',
              { kind: 'edit-kit', kit: record.id, before: record.version, edit },
            ] as const),
          ]),
      ...('question' in edit ? questionBlocks(opened, edit.question) : await kitBlocks(opened, on)),
    ],
  };
}

/** What a person wrote out for a change; null where they wrote a word or two, or nothing. */
function wordsIn(edit: KitEdit): string | null {
  if (edit.kind === 'set-situation') return edit.situation === '' ? null : edit.situation;
  return 'text' in edit ? edit.text : null;
}

function afterwards({ record }: OpenedKit, edit: KitEdit): DraftBlock[] {
  const kit = record.id;
  return [
    choices(
      '研讨方案',
      ...('question' in edit
        ? ([['返回这道题', { kind: 'open-question', kit, question: edit.question }]] as const)
        : []),
      ['返回方案', { kind: 'open-kit', kit }],
    ),
  ];
}
