import { parseNumeral } from '../../text/numerals.ts';
import { withoutUnseen } from '../../text/without-unseen.ts';
import type { Answer } from '../answers.ts';
import {
  isOther,
  type MultipleItem,
  type NumberItem,
  PAIR_WORDS,
  type QuestionItem,
  type RankingItem,
  type ScalePairItem,
  type SingleItem,
  type TextItem,
} from '../questionnaire.ts';
import { checkAnswer, takesOther } from './check-answer.ts';

/** What typed words say while a question is open. */
export type TypedAnswer =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** To go elsewhere, or to leave the question. */
  | { readonly kind: 'step'; readonly step: Step }
  /** They were meant as an answer, and cannot be one; `problem` says what to do. */
  | { readonly kind: 'problem'; readonly problem: string }
  /** They say nothing about this question; `how` says how it is answered. */
  | { readonly kind: 'unread'; readonly how: string };

export type Step = 'back' | 'next' | 'skip' | 'clear' | 'put-off' | 'review' | 'drop';

const STEPS: readonly (readonly [RegExp, Step])[] = [
  [/^(?:上一题|上一个|返回上一题|往回|后退|回退)$/u, 'back'],
  [/^(?:下一题|下一个|继续|往下)$/u, 'next'],
  [/^(?:先?跳过|跳过(?:这|本)题|不填|略过)$/u, 'skip'],
  [/^(?:清除(?:这一|这|本)题|重填(?:这一|这|本)题|清空)$/u, 'clear'],
  [/^(?:稍后(?:再填|继续)?|以后再填|先不填了?|暂停填写|退出填写|取消)$/u, 'put-off'],
  [/^(?:提交|提交问卷|检查并提交|检查|填完了|填好了)$/u, 'review'],
  [/^(?:删除草稿|删除填写内容)$/u, 'drop'],
];

const NOT_APPLICABLE_WORDS = /^(?:不适用|不涉及|与我无关)$/u;
/** `其他：线上自学` */
const OTHER_LINE = /^其[他它](?:[（(]?请?(?:注明|说明|填写)[）)]?)?\s*[:：,，\s]\s*(\S[\s\S]*)$/u;
const BETWEEN = /[\s,，、;；.。/|和]+/u;
const SIGNS_OF_END = /[\s。.!！~～]+$/u;

/** @param before the answer that is kept, which 其他 may wait for words to */
export function readTypedAnswer(
  item: QuestionItem,
  raw: string,
  before: Answer | null,
): TypedAnswer {
  const text = withoutUnseen(raw.normalize('NFC')).trim();
  const plain = text.normalize('NFKC').trim().replace(SIGNS_OF_END, '');
  const step = STEPS.find(([words]) => words.test(plain))?.[1];
  if (step !== undefined) return { kind: 'step', step };
  if (plain === '' && item.type !== 'text') return { kind: 'unread', how: howToAnswer(item) };
  const read = readFor(item, { text, plain, before });
  if (read === null) return { kind: 'unread', how: howToAnswer(item) };
  if (typeof read === 'string') return { kind: 'problem', problem: read };
  const problem = checkAnswer(item, read);
  return problem === null ? { kind: 'answer', answer: read } : { kind: 'problem', problem };
}

interface Words {
  /** As it was written. */
  readonly text: string;
  /** With full-width signs made plain and without marks at its end. */
  readonly plain: string;
  readonly before: Answer | null;
}

/** A text where it says why it cannot be read, null where it says nothing. */
function readFor(item: QuestionItem, words: Words): Answer | string | null {
  switch (item.type) {
    case 'single':
      return readSingle(item, words);
    case 'multiple':
      return readMultiple(item, words);
    case 'ranking':
      return readRanking(item, words);
    case 'scale-pair':
      return readPair(item, words);
    case 'number':
      return readNumber(item, words);
    case 'text':
      return readText(item, words);
    default:
      return item satisfies never;
  }
}

function readSingle(item: SingleItem, { text, plain, before }: Words): Answer | string | null {
  const written = OTHER_LINE.exec(text)?.[1];
  const other = item.options.findIndex(isOther);
  if (written !== undefined && other >= 0) return { kind: 'single', option: other, other: written };
  const option = optionIn(item.options, plain);
  if (option !== null) return { kind: 'single', option, other: '' };
  if (before !== null && takesOther(item, before) && before.kind === 'single') {
    return { ...before, other: text };
  }
  const several = optionsIn(item.options, plain);
  return several === null ? null : '这一题只能选一项，请发送一个选项的序号。';
}

function readMultiple(item: MultipleItem, { text, plain, before }: Words): Answer | string | null {
  const written = OTHER_LINE.exec(text)?.[1];
  const other = item.options.findIndex(isOther);
  const kept = before?.kind === 'multiple' ? before : null;
  if (written !== undefined && other >= 0) {
    const options = [...new Set([...(kept?.options ?? []), other])].sort((one, two) => one - two);
    return { kind: 'multiple', options, other: written };
  }
  const options = optionsIn(item.options, plain);
  if (options !== null) {
    const chosen = [...new Set(options)].sort((one, two) => one - two);
    return { kind: 'multiple', options: chosen, other: '' };
  }
  return kept !== null && takesOther(item, kept) ? { ...kept, other: text } : null;
}

function readRanking(item: RankingItem, { plain }: Words): Answer | null {
  const order = optionsIn(item.options, plain);
  return order === null ? null : { kind: 'ranking', order };
}

function readPair(item: ScalePairItem, { plain }: Words): Answer | string | null {
  if (NOT_APPLICABLE_WORDS.test(plain)) return { kind: 'not-applicable' };
  const names = PAIR_WORDS[item.pair];
  const said = plain.replaceAll(names.importance.name, ' ').replaceAll(names.competence.name, ' ');
  const stuck = /^[1-5]{2}$/u.test(said) ? said.replace(/(.)/u, '$1 ') : said;
  const marks = stuck
    .split(/[\s,，、;；/|:：分和]+/u)
    .filter((part) => part !== '')
    .map(numberIn);
  if (marks.some((mark) => mark === null)) return null;
  const [importance = null, competence = null, ...more] = marks;
  if (importance === null || competence === null || more.length > 0) {
    return `请依次发送两个 1 到 5 的分数，先${names.importance.name}，后${names.competence.name}，例如“4 2”。`;
  }
  return { kind: 'scale-pair', importance, competence };
}

function readNumber({ unit }: NumberItem, { plain }: Words): Answer | null {
  const bare = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
  const value = numberIn(bare.replace(/^(?:约|大约|大概)/u, '').trim());
  return value === null ? null : { kind: 'number', value };
}

function readText({ most }: TextItem, { text }: Words): Answer | string | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return `请写下内容（最多 ${most} 个字），不填的发送“跳过”。`;
  return { kind: 'text', text };
}

/** An option by its number, its letter, or its words; null where it is none. */
function optionIn(options: readonly string[], words: string): number | null {
  const byWords = options.findIndex((one) => plainOf(one) === words);
  if (byWords >= 0) return byWords;
  const numbered = /^(?:第|选)?([^\s]+?)(?:个|项|号)?(?:选项)?$/u.exec(words)?.[1] ?? '';
  const number = numberIn(numbered);
  if (number !== null) return Number.isInteger(number) ? number - 1 : null;
  const letter = /^[A-Z]$/iu.test(numbered) ? numbered.toUpperCase().charCodeAt(0) - 65 : -1;
  if (letter in options) return letter;
  // 其他 stands for 其他（请注明）, and 县处级 for 县处级干部, where it can be no other.
  const begun = options.flatMap((one, at) => (plainOf(one).startsWith(words) ? [at] : []));
  return begun.length === 1 && words.length >= 2 ? (begun[0] as number) : null;
}

/** Several options in the order in which they stand; null where a part is none. */
function optionsIn(options: readonly string[], words: string): readonly number[] | null {
  const alone = optionIn(options, words);
  const isSquashed = /^\d{2,}$/u.test(words) && options.length < 10;
  if (alone !== null && !(isSquashed && !(alone in options))) return [alone];
  const parts = isSquashed ? [...words] : words.split(BETWEEN).filter((part) => part !== '');
  const found = parts.map((part) => optionIn(options, part));
  if (found.length === 0 || found.some((one) => one === null)) return null;
  return found as number[];
}

/** A number in digits or Chinese numerals; null where it is none. */
function numberIn(words: string): number | null {
  if (/^[+-]?\d+(?:\.\d+)?$/u.test(words)) return Number(words);
  return words === '' ? null : (parseNumeral(words) ?? null);
}

function plainOf(words: string): string {
  return words.normalize('NFKC').trim();
}

/** How a question is answered by words. */
function howToAnswer(item: QuestionItem): string {
  switch (item.type) {
    case 'single':
      return '请发送一个选项的序号或者文字，例如“2”。';
    case 'multiple':
      return '请发送选项的序号，用空格隔开，例如“1 3”。';
    case 'ranking':
      return '请按先后发送选项的序号，用空格隔开，例如“3 1 2”。';
    case 'scale-pair': {
      const { importance, competence } = PAIR_WORDS[item.pair];
      const or = item.hasNotApplicable ? '，或者发送“不适用”' : '';
      return `请依次发送${importance.name}、${competence.name}两个分数，例如“4 2”${or}。`;
    }
    case 'number':
      return `请发送一个数字${item.unit === '' ? '' : `（单位：${item.unit}）`}。`;
    case 'text':
      return `请直接发送内容，最多 ${item.most} 个字。`;
    default:
      return item satisfies never;
  }
}
