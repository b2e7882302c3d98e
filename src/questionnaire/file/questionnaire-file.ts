import { z } from 'zod';
import {
  ITEM_TYPES,
  LONGEST_INTRODUCTION,
  LONGEST_OPTION,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_ITEMS,
  QUESTIONNAIRE_KINDS,
  TYPE_NAMES,
} from '../questionnaire.ts';
import {
  anyItem,
  anyNumber,
  type Fault,
  flag,
  options,
  wholeNumber,
  words,
  wordsOrNone,
} from './file-fields.ts';

const required = flag('必答（required）').meta({ description: '不写的，简答题选答，其余必答' });

/** The shapes of an item in a file, by its type. What is left out is filled in by `itemFrom`. */
export const FILE_ITEMS = {
  single: z
    .object({
      ...anyItem,
      type: z.literal('single'),
      options,
      required,
      band: flag('分组（band）').meta({ description: '基本信息；结果按它分组比较' }),
    })
    .meta({ description: TYPE_NAMES.single }),
  multiple: z
    .object({
      ...anyItem,
      type: z.literal('multiple'),
      options,
      required,
      least: wholeNumber('最少选几项（least）', 0),
      most: wholeNumber('最多选几项（most）', 1),
    })
    .meta({ description: TYPE_NAMES.multiple }),
  'scale-pair': z
    .object({
      ...anyItem,
      type: z.literal('scale-pair'),
      required,
      pair: z
        .enum(['need', 'change'], { error: '评分（pair）应当是 need 或 change' })
        .optional()
        .meta({ description: 'need：重要程度和掌握程度；change：训前和现在的掌握程度' }),
      notApplicable: flag('不适用（notApplicable）').meta({ description: '是否可以答“不适用”' }),
    })
    .meta({ description: TYPE_NAMES['scale-pair'] }),
  ranking: z
    .object({
      ...anyItem,
      type: z.literal('ranking'),
      options,
      required,
      most: wholeNumber('最多排几项（most）', 1),
    })
    .meta({ description: TYPE_NAMES.ranking }),
  number: z
    .object({
      ...anyItem,
      type: z.literal('number'),
      required,
      least: anyNumber('最小值（least）'),
      most: anyNumber('最大值（most）'),
      unit: wordsOrNone('单位（unit）', LONGEST_OPTION),
      whole: flag('整数（whole）').meta({ description: '是否只收整数' }),
    })
    .meta({ description: TYPE_NAMES.number }),
  text: z
    .object({
      ...anyItem,
      type: z.literal('text'),
      required,
      most: wholeNumber('最多字数（most）', 1)
        .unwrap()
        .max(LONGEST_TEXT, { error: `最多字数（most）不能大于 ${LONGEST_TEXT}` })
        .optional(),
    })
    .meta({ description: TYPE_NAMES.text }),
  section: z
    .object({ ...anyItem, type: z.literal('section') })
    .meta({ description: TYPE_NAMES.section }),
} as const;

const item = z.discriminatedUnion(
  'type',
  [
    FILE_ITEMS.single,
    FILE_ITEMS.multiple,
    FILE_ITEMS['scale-pair'],
    FILE_ITEMS.ranking,
    FILE_ITEMS.number,
    FILE_ITEMS.text,
    FILE_ITEMS.section,
  ],
  { error: typeFault },
);

const head = {
  title: words('问卷标题（title）', LONGEST_TITLE),
  kind: z
    .enum(QUESTIONNAIRE_KINDS, {
      error: '问卷种类（kind）应当是 needs（培训需求问卷）或 evaluation（班次评估问卷）',
    })
    .optional(),
  introduction: wordsOrNone('填写说明（introduction）', LONGEST_INTRODUCTION),
  audience: wordsOrNone('调研对象（audience）', LONGEST_TITLE),
};

/** All of a questionnaire but its items. */
export const fileHead = z.object(head);

/** One item, by its type. */
export const fileItem = item;

/** A questionnaire as a file: what programs write, and `docs/questionnaire.schema.json` says. */
export const questionnaireFile = z
  .object({ ...head, items: z.array(item).min(1).max(MOST_ITEMS) })
  .meta({ title: '干训助手问卷文件' });

export type FileItem = z.output<typeof item>;
export type QuestionnaireFile = z.output<typeof questionnaireFile>;

function typeFault(fault: Fault): string {
  const given = (fault.input as { readonly type?: unknown } | null)?.type;
  const known = ITEM_TYPES.map((type) => `${type}（${TYPE_NAMES[type]}）`).join('、');
  if (given === undefined || given === null || given === '') {
    return `缺少题型（type），请写明：${known}`;
  }
  return `不认识题型“${String(given).slice(0, 20)}”，请改用：${known}`;
}
