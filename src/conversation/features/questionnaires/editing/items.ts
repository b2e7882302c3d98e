import { hasOptions, nameOfItem } from '../../../../questionnaire/editing/item-kinds.ts';
import { ledBy } from '../../../../questionnaire/editing/show-if.ts';
import type { Item } from '../../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../../questionnaire/store.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import type { DraftBlock } from '../../../reply.ts';
import { shortened } from '../../../shortened.ts';
import { ITEM_GONE, withItem, withQuestionnaire } from '../opened-questionnaire.ts';
import { findingsOn } from './check.ts';
import { factsOf, limitsOf } from './item-words.ts';

const PAGE = 10;

/** Items to be opened, and what stands around them. */
export function listItems(
  { questionnaire, from }: Omit<DeedOf<'list-items'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, ({ content }) => {
    const { items } = content;
    const shown = items.slice(from, from + PAGE);
    const opened = shown.map(
      (item): Button => [
        shortened(`${labelOf(item, items)}${item.text}`),
        { kind: 'open-item', questionnaire, item: item.id },
      ],
    );
    const turn = (label: string, at: number): Button => [
      label,
      { kind: 'list-items', questionnaire, from: at },
    ];
    return {
      placement: 'turn',
      blocks: [
        lead(items.length === 0 ? '问卷里还没有题目。' : '改哪一处？'),
        choices(
          '编辑',
          ...opened,
          ...(from > 0 ? [turn('上一页', Math.max(0, from - PAGE))] : []),
          ...(items.length > from + PAGE ? [turn('下一页', from + PAGE)] : []),
          ['改标题', writing(questionnaire, 'title')],
          ['改填写说明', writing(questionnaire, 'introduction')],
          [
            items.length === 0 ? '添加题目' : '在最前面添加',
            { kind: 'choose-new-type', questionnaire, after: '' },
          ],
          ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
        ),
      ],
    };
  });
}

/** 3. of a question, nothing of a section. */
function labelOf(item: Item, items: readonly Item[]): string {
  return item.type === 'section' ? '段落 ' : `${nameOfItem(item, items).replace(/\D/gu, '')}. `;
}

function writing(
  questionnaire: string,
  what: DeedOf<'write-in-questionnaire'>['what'],
  target = '',
): DeedOf<'write-in-questionnaire'> {
  return { kind: 'write-in-questionnaire', questionnaire, what, target, type: null };
}

export function openItem(
  { questionnaire, item }: DeedOf<'open-item'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, (record) => {
    const blocks = itemBlocks(record, item);
    return blocks === null ? say(ITEM_GONE) : { placement: 'turn', blocks };
  });
}

/** One item with all that is set of it; null where it is not there. */
export function itemBlocks(record: QuestionnaireRecord, id: string): DraftBlock[] | null {
  const { items } = record.content;
  const item = items.find((one) => one.id === id);
  if (item === undefined) return null;
  const found = findingsOn(id, record.content);
  return [
    heading(item.type === 'section' ? '段落说明' : nameOfItem(item, items)),
    lead(item.text),
    ...(item.hint === '' ? [] : [plain(`提示：${item.hint}`)]),
    ...(hasOptions(item)
      ? [plain(item.options.map((option, at) => `${at + 1}. ${option}`).join('\n'))]
      : []),
    plain(factsOf(item, items).join('\n')),
    ...(found.length === 0 ? [] : [remark(found.join('\n'))]),
    choices('题目', ...buttonsOf(record, item)),
  ];
}

function buttonsOf({ id: questionnaire, version, content }: QuestionnaireRecord, item: Item) {
  const edit = (label: string, change: DeedOf<'edit-questionnaire'>['edit']): Button => [
    label,
    { kind: 'edit-questionnaire', questionnaire, before: version, edit: change },
  ];
  const write = (label: string, what: DeedOf<'write-in-questionnaire'>['what']): Button => [
    label,
    writing(questionnaire, what, item.id),
  ];
  const { items } = content;
  const at = items.indexOf(item);
  const one = item.id;
  const ofQuestion: Button[] =
    item.type === 'section'
      ? []
      : [
          ['改题型', { kind: 'choose-item-type', questionnaire, item: one }],
          edit(item.isRequired ? '改为选答' : '改为必答', {
            ...{ kind: 'set-required', item: one, isRequired: !item.isRequired },
          }),
        ];
  const ofBand: Button[] =
    item.type === 'single'
      ? [
          edit(item.isBand ? '不作分组题' : '设为分组题', {
            ...{ kind: 'set-band', item: one, isBand: !item.isBand },
          }),
        ]
      : [];
  return [
    write(item.type === 'section' ? '改段落标题' : '改题目', 'text'),
    ...(hasOptions(item) ? [write('改选项', 'options')] : []),
    write('改提示', 'hint'),
    ...ofQuestion,
    ...(limitsOf(item) === null ? [] : [write('改数量限制', 'limits')]),
    ['显示条件', { kind: 'choose-show-if', questionnaire, item: one, from: 0 }],
    ...ofBand,
    ...(at > 0 ? [edit('上移', { kind: 'move', item: one, by: -1 })] : []),
    ...(at < items.length - 1 ? [edit('下移', { kind: 'move', item: one, by: 1 })] : []),
    ['在后面添加', { kind: 'choose-new-type', questionnaire, after: one }],
    ['删除这一项', { kind: 'ask-delete-item', questionnaire, item: one }],
    ['返回编辑', { kind: 'list-items', questionnaire, from: Math.floor(at / PAGE) * PAGE }],
    ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
  ] satisfies Button[];
}

export function confirmDeletingItem(
  { questionnaire, item: id }: DeedOf<'ask-delete-item'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withItem(questionnaire, id, on, (item, { version, content: { items } }) => {
    const led = ledBy(id, items).map((one) => nameOfItem(one, items));
    return {
      placement: 'turn',
      blocks: [
        lead(`删除${nameOfItem(item, items)}？`),
        plain(item.text),
        remark(
          `${led.length === 0 ? '' : `${led.join('、')}的显示条件用到它，删除后改为总是显示。`}删除后在“版本”中可以恢复。`,
        ),
        choices(
          '确认删除',
          [
            '确定删除',
            {
              ...{ kind: 'edit-questionnaire', questionnaire, before: version },
              edit: { kind: 'delete', item: id },
            },
          ],
          ['不删除', { kind: 'open-item', questionnaire, item: id }],
        ),
      ],
    };
  });
}
