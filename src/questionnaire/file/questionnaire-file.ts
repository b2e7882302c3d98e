import { z } from 'zod';
import {
  ITEM_TYPES,
  LONGEST_INTRODUCTION,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_ITEMS,
  MOST_OPTIONS,
  QUESTIONNAIRE_KINDS,
  TYPE_NAMES,
} from '../questionnaire.ts';

const LONGEST_ID = 40;
/** Begins with neither `_` nor `-`, so that no name that JavaScript keeps for itself is one. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/u;

type Fault = Readonly<{ input?: unknown }>;

const lengthOf = (fault: Fault) => String(fault.input).length;
const countOf = (fault: Fault) => (Array.isArray(fault.input) ? fault.input.length : 0);

/** Words that must be there. */
const words = (name: string, most: number) =>
  z
    .string({ error: (fault) => missingOr(fault, name, `${name}应当是文字`) })
    .min(1, { error: `缺少${name}，请补上` })
    .max(most, {
      error: (fault) => `${name}有 ${lengthOf(fault)} 字，最多 ${most} 字，请缩短`,
    });

const wordsOrNone = (name: string, most: number) =>
  z
    .string({ error: `${name}应当是文字` })
    .max(most, {
      error: (fault) => `${name}有 ${lengthOf(fault)} 字，最多 ${most} 字，请缩短`,
    })
    .optional();

const flag = (name: string) => z.boolean({ error: `${name} 应当写 true 或 false` }).optional();

const wholeNumber = (name: string, least: number) =>
  z
    .int({ error: `${name} 应当是整数` })
    .min(least, { error: `${name} 不能小于 ${least}` })
    .optional();

const anyNumber = (name: string) => z.number({ error: `${name} 应当是数字` }).optional();

const options = z
  .array(words('选项', LONGEST_OPTION), {
    error: (fault) => missingOr(fault, '选项（options）', '选项（options）应当是一列文字'),
  })
  .min(2, { error: '选项不足两个，请补足；只想请人写几句话的，题型改用 text' })
  .max(MOST_OPTIONS, {
    error: (fault) =>
      `选项有 ${countOf(fault)} 个，最多 ${MOST_OPTIONS} 个，请合并相近的选项或者拆成几题`,
  });

const id = z
  .string({ error: '编号（id）应当是文字' })
  .regex(ID, { error: '编号（id）只用字母、数字、下划线和短横线，以字母或数字开头' })
  .max(LONGEST_ID, { error: `编号（id）最多 ${LONGEST_ID} 个字符，请缩短` })
  .refine((name) => !(name in {}), { error: '这个编号（id）是保留字，请换一个' })
  .meta({ description: '各题不同；改题不改编号' });

const showIf = z
  .object(
    {
      item: z
        .string({ error: '显示条件（showIf）缺少所依据的题（item），请写明编号' })
        .meta({ description: '在前的一道单选题或多选题的编号' }),
      is: z
        .array(z.string({ error: '显示条件（showIf）的选项应当是文字' }), {
          error: '显示条件（showIf）缺少选项（is），请写明选了哪些选项才显示本题',
        })
        .min(1, { error: '显示条件（showIf）缺少选项（is），请写明选了哪些选项才显示本题' })
        .meta({ description: '选了其中任何一个，本题就显示' }),
    },
    { error: '显示条件（showIf）应当写成 {"item": "题的编号", "is": ["选项"]}' },
  )
  .optional();

const BASIS_FAULT = {
  error:
    '依据（basis）应当写明 material、title、place、start 和 text，start 是不小于 0 的整数；写不全的请去掉依据',
};
const basisWords = z.string(BASIS_FAULT);

const basis = z
  .object(
    {
      ...{ material: basisWords, title: basisWords, place: basisWords },
      ...{ start: z.int(BASIS_FAULT).min(0, BASIS_FAULT), text: basisWords },
    },
    BASIS_FAULT,
  )
  .optional()
  .meta({ description: '本题出自哪份资料的哪一处；text 是从 start 开始的原文' });

const anyItem = {
  id,
  text: words('题目（text）', LONGEST_QUESTION),
  hint: wordsOrNone('提示（hint）', LONGEST_QUESTION),
  showIf,
  basis,
};

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

function missingOr(fault: Fault, name: string, otherwise: string): string {
  return fault.input === undefined || fault.input === null ? `缺少${name}，请补上` : otherwise;
}

function typeFault(fault: Fault): string {
  const given = (fault.input as { readonly type?: unknown } | null)?.type;
  const known = ITEM_TYPES.map((type) => `${type}（${TYPE_NAMES[type]}）`).join('、');
  if (given === undefined || given === null || given === '') {
    return `缺少题型（type），请写明：${known}`;
  }
  return `不认识题型“${String(given).slice(0, 20)}”，请改用：${known}`;
}
