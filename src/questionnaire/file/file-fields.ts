import { z } from 'zod';
import { LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS } from '../questionnaire.ts';

const LONGEST_ID = 40;
/** Begins with neither `_` nor `-`, so that no name that JavaScript keeps for itself is one. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/u;

/** What zod tells of a field that cannot be taken. */
export type Fault = Readonly<{ input?: unknown }>;

const lengthOf = (fault: Fault) => String(fault.input).length;
const countOf = (fault: Fault) => (Array.isArray(fault.input) ? fault.input.length : 0);

/** Words that must be there. */
export const words = (name: string, most: number) =>
  z
    .string({ error: (fault) => missingOr(fault, name, `${name}应当是文字`) })
    .min(1, { error: `缺少${name}，请补上` })
    .max(most, {
      error: (fault) => `${name}有 ${lengthOf(fault)} 字，最多 ${most} 字，请缩短`,
    });

export const wordsOrNone = (name: string, most: number) =>
  z
    .string({ error: `${name}应当是文字` })
    .max(most, {
      error: (fault) => `${name}有 ${lengthOf(fault)} 字，最多 ${most} 字，请缩短`,
    })
    .optional();

export const flag = (name: string) =>
  z.boolean({ error: `${name} 应当写 true 或 false` }).optional();

export const wholeNumber = (name: string, least: number) =>
  z
    .int({ error: `${name} 应当是整数` })
    .min(least, { error: `${name} 不能小于 ${least}` })
    .optional();

export const anyNumber = (name: string) => z.number({ error: `${name} 应当是数字` }).optional();

export const options = z
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

export const anyItem = {
  id,
  text: words('题目（text）', LONGEST_QUESTION),
  hint: wordsOrNone('提示（hint）', LONGEST_QUESTION),
  showIf,
  basis,
};

function missingOr(fault: Fault, name: string, otherwise: string): string {
  return fault.input === undefined || fault.input === null ? `缺少${name}，请补上` : otherwise;
}
