import type { Answer } from '../answers.ts';
import {
  isOther,
  LONGEST_TEXT,
  NOT_APPLICABLE,
  type NumberItem,
  type QuestionItem,
} from '../questionnaire.ts';

/** What a cell says; `problem` where something in it was left out. Null is no answer. */
export interface CellReading {
  readonly answer: Answer | null;
  readonly problem: string | null;
}

const NOTHING: CellReading = { answer: null, problem: null };
/** Between the options of a cell. */
const SEPARATORS = /[;|、,>→\n\r]/u;
const SPACES_AND_SEPARATORS = /^[\s;|、,>→]+/u;
const BESIDE_OTHER = /^\s*[:(]?\s*/u;

/** The answer that a cell of words holds; pairs have two cells, see `readMark`. */
export function readCell(
  item: Exclude<QuestionItem, { readonly type: 'scale-pair' }>,
  cell: string,
): CellReading {
  if (item.type === 'text') {
    const text = cell.trim().slice(0, LONGEST_TEXT);
    return text === '' ? NOTHING : { answer: { kind: 'text', text }, problem: null };
  }
  const words = fold(cell);
  const isAsked = 'options' in item && item.options.some((option) => fold(option) === words);
  if (words === '' || (isNotApplicable(words) && !isAsked)) return NOTHING;
  if (item.type === 'number') return readNumber(item, words);
  const { options, other, unknown } = readOptions(item.options, words);
  const problem =
    unknown > 0
      ? `有 ${unknown} 个选项不在题目的选项中，没有计入，请核对。`
      : tooMany(item, options.length);
  if (options.length === 0 || (item.type === 'single' && options.length > 1)) {
    const reason = problem ?? '没有认出选项，没有计入，请核对。';
    return { answer: null, problem: reason };
  }
  switch (item.type) {
    case 'single':
      return { answer: { kind: 'single', option: options[0] as number, other }, problem };
    case 'multiple':
      return { answer: { kind: 'multiple', options, other }, problem };
    case 'ranking':
      return { answer: { kind: 'ranking', order: options }, problem };
    default:
      return item satisfies never;
  }
}

/** A mark from 1 to 5, 不适用, nothing, or something else. */
export function readMark(cell: string): number | 'not-applicable' | 'nothing' | 'wrong' {
  const words = fold(cell).replace(/分$/u, '');
  if (words === '') return 'nothing';
  if (isNotApplicable(words)) return 'not-applicable';
  return /^[1-5](?:\.0+)?$/u.test(words) ? Number(words) : 'wrong';
}

function isNotApplicable(words: string): boolean {
  return words === NOT_APPLICABLE || /^n\/?a$/iu.test(words);
}

function tooMany(
  item: Extract<QuestionItem, { readonly options: readonly string[] }>,
  count: number,
): string | null {
  const most = item.type === 'single' ? 1 : (item.most ?? item.options.length);
  if (count <= most) return null;
  return item.type === 'single'
    ? '单选题填了几个选项，没有计入，请核对。'
    : `选了 ${count} 项，超过最多 ${most} 项，已按所选计入，请核对。`;
}

interface OptionsRead {
  readonly options: readonly number[];
  readonly other: string;
  readonly unknown: number;
}

/**
 * Options one after the other, the longest that fits first, since an option may itself hold what
 * stands between them; then an option's number.
 */
function readOptions(options: readonly string[], cell: string): OptionsRead {
  const names = options
    .map((option, at) => ({ name: fold(option), at }))
    .toSorted((one, two) => two.name.length - one.name.length);
  const found = new Set<number>();
  let other = '';
  let unknown = 0;
  let left = cell.replace(SPACES_AND_SEPARATORS, '');
  while (left !== '') {
    const fit = names.find(
      ({ name }) => left.startsWith(name) && endsHere(left.slice(name.length)),
    );
    const open = names.find(
      ({ name, at }) =>
        isOther(options[at] as string) && left.startsWith(name.replace(/[:(（].*$/u, '')),
    );
    if (fit !== undefined) {
      found.add(fit.at);
      left = left.slice(fit.name.length);
    } else if (open !== undefined) {
      const [words = ''] = left.split(/[;|\n\r]/u);
      found.add(open.at);
      other = words
        .slice(open.name.replace(/[:(（].*$/u, '').length)
        .replace(BESIDE_OTHER, '')
        .replace(/\)$/u, '')
        .slice(0, LONGEST_TEXT);
      left = left.slice(words.length);
    } else {
      const [token = ''] = left.split(SEPARATORS);
      const number = /^\d{1,2}$/u.test(token.trim()) ? Number(token) - 1 : -1;
      if (number in options) found.add(number);
      else unknown++;
      left = left.slice(token.length);
    }
    left = left.replace(SPACES_AND_SEPARATORS, '');
  }
  return { options: [...found], other, unknown };
}

function endsHere(rest: string): boolean {
  return rest === '' || SPACES_AND_SEPARATORS.test(rest);
}

function readNumber({ least, most, unit, isWhole }: NumberItem, cell: string): CellReading {
  const own = fold(unit);
  const bare = own !== '' && cell.endsWith(own) ? cell.slice(0, -own.length).trim() : cell;
  const digits = bare.replace(/(?<=\d),(?=\d{3})/gu, '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(digits)) {
    return { answer: null, problem: '应当是数字，没有计入，请核对。' };
  }
  const value = Number(digits);
  if (isWhole && !Number.isInteger(value)) {
    return { answer: null, problem: '应当是整数，没有计入，请核对。' };
  }
  if (value < (least ?? value) || value > (most ?? value)) {
    return { answer: null, problem: '超出题目规定的范围，没有计入，请核对。' };
  }
  return { answer: { kind: 'number', value }, problem: null };
}

/** Full-width forms as plain ones, and spaces as one, so that words are compared as they are read. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}
