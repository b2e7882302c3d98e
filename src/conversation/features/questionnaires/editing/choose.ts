import {
  canLead,
  hasOptions,
  nameOfItem,
  takesOptions,
} from '../../../../questionnaire/editing/item-kinds.ts';
import { ITEM_TYPES, type ItemType, TYPE_NAMES } from '../../../../questionnaire/questionnaire.ts';
import { type Button, choices, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import { shortened } from '../../../shortened.ts';
import { ITEM_GONE, withItem, withQuestionnaire } from '../opened-questionnaire.ts';

const PAGE = 10;

/** Another type for an item; one that has options asks for them where there are none. */
export function chooseItemType(
  { questionnaire, item: id }: DeedOf<'choose-item-type'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withItem(questionnaire, id, on, (item, { version: before }) => {
    const others = ITEM_TYPES.filter((type) => type !== item.type && type !== 'section');
    const button = (type: ItemType): Button => {
      const needsOptions = takesOptions(type) && !hasOptions(item);
      return needsOptions
        ? [
            TYPE_NAMES[type],
            { kind: 'write-in-questionnaire', questionnaire, what: 'type', target: id, type },
          ]
        : [
            TYPE_NAMES[type],
            {
              ...{ kind: 'edit-questionnaire', questionnaire, before },
              edit: { kind: 'set-type', item: id, type, options: [] },
            },
          ];
    };
    return {
      placement: 'turn',
      blocks: [
        lead(`现在是${TYPE_NAMES[item.type]}，改为哪一种？`),
        ...(hasOptions(item)
          ? [remark('单选、多选、排序之间互改，选项保留；改为其他题型，选项去掉。')]
          : []),
        choices('题型', ...others.map(button), [
          '返回这一题',
          { kind: 'open-item', questionnaire, item: id },
        ]),
      ],
    };
  });
}

export function chooseNewType(
  { questionnaire, after }: DeedOf<'choose-new-type'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, () => ({
    placement: 'turn',
    blocks: [
      lead('添加哪一种？'),
      remark('双项评分题：同一件事评两项，重要程度和掌握程度，报告据此排出培训需求。'),
      choices(
        '题型',
        ...ITEM_TYPES.map(
          (type): Button => [
            TYPE_NAMES[type],
            { kind: 'write-in-questionnaire', questionnaire, what: 'add', target: after, type },
          ],
        ),
        ['返回编辑', { kind: 'list-items', questionnaire, from: 0 }],
      ),
    ],
  }));
}

/** The earlier item by whose answer an item is shown. */
export function chooseShowIf(
  { questionnaire, item: id, from }: DeedOf<'choose-show-if'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withItem(questionnaire, id, on, (item, { version: before, content: { items } }) => {
    const leads = items.slice(0, items.indexOf(item)).filter(canLead);
    const shown = leads.slice(from, from + PAGE);
    const buttons = shown.map(
      (one): Button => [
        shortened(`${nameOfItem(one, items)} ${one.text}`),
        {
          ...{ kind: 'choose-shown-by', questionnaire, item: id },
          showIf: { item: one.id, is: one.id === item.showIf?.item ? [...item.showIf.is] : [] },
        },
      ],
    );
    const more: Button[] =
      leads.length > from + PAGE
        ? [['下一页', { kind: 'choose-show-if', questionnaire, item: id, from: from + PAGE }]]
        : [];
    const always: Button[] =
      item.showIf === null
        ? []
        : [
            [
              '总是显示',
              {
                ...{ kind: 'edit-questionnaire', questionnaire, before },
                edit: { kind: 'set-show-if', item: id, showIf: null },
              },
            ],
          ];
    return {
      placement: 'turn',
      blocks: [
        lead(
          leads.length === 0
            ? '前面没有单选题或者多选题，这一项总是显示。'
            : '按前面哪一题的回答来显示？',
        ),
        choices('显示条件', ...buttons, ...more, ...always, [
          '返回这一题',
          { kind: 'open-item', questionnaire, item: id },
        ]),
      ],
    };
  });
}

/** Its options, of which any that is chosen shows the item. */
export function chooseShownBy(
  { questionnaire, item: id, showIf }: DeedOf<'choose-shown-by'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withItem(questionnaire, id, on, (_, { version: before, content: { items } }) => {
    const source = items.find((one) => one.id === showIf.item);
    if (source === undefined || !canLead(source)) return say(ITEM_GONE);
    const is = showIf.is.filter((option) => source.options.includes(option));
    const toggles = source.options.map((option): Button => {
      const isChosen = is.includes(option);
      const next = isChosen ? is.filter((one) => one !== option) : [...is, option];
      return [
        `${isChosen ? '去掉' : '选'} ${option}`,
        {
          ...{ kind: 'choose-shown-by', questionnaire, item: id },
          showIf: { item: source.id, is: next },
        },
      ];
    });
    const done: Button[] =
      is.length === 0
        ? []
        : [
            [
              '确定',
              {
                ...{ kind: 'edit-questionnaire', questionnaire, before },
                edit: { kind: 'set-show-if', item: id, showIf: { item: source.id, is } },
              },
            ],
          ];
    return {
      placement: 'turn',
      blocks: [
        lead('选了哪些选项时显示？可以选几个，选了其中任何一个就显示。'),
        plain(`${nameOfItem(source, items)}：${source.text}`),
        plain(is.length === 0 ? '还没有选。' : `已选：${is.join('、')}`),
        choices('选项', ...done, ...toggles, [
          '返回',
          { kind: 'choose-show-if', questionnaire, item: id, from: 0 },
        ]),
      ],
    };
  });
}
