import { foldCharacters } from '../../text/fold.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from '../../text/numerals.ts';
import type { RecallItem } from './item.ts';

/** Why an item must not be asked; `option` where one of the wrong options is to blame. */
export interface Fault {
  readonly gate:
    | 'quote'
    | 'answer'
    | 'trivial'
    | 'given-away'
    | 'same-option'
    | 'overlapping-option'
    | 'also-right'
    | 'of-the-same-list';
  readonly option: string | null;
}

const SHORTEST_ANSWER = 2;
/** Letters that must be left to see: 坚持＿＿＿＿ could be anything. */
const SHORTEST_SHOWN = 6;
const LONGEST_QUOTE = 120;
/** Words before and after the blank by which another clause is known to say the same. */
const CONTEXT = 6;
const LIST_MARK = /[、，,]|和|与|以及|及|或者|或/u;
const CLAUSE_END = /[。；;！？!?\n]/u;

/**
 * The gates that an item must pass so that exactly one option is right.
 *
 * @param texts approved texts by material
 */
export function faultsOf(item: RecallItem, texts: ReadonlyMap<string, string>): Fault[] {
  const { quote, answer, answerAt, wrong } = item;
  const faults: Fault[] = [];
  const add = (gate: Fault['gate'], option: string | null = null) => faults.push({ gate, option });
  if (!(texts.get(item.material) ?? '').includes(quote) || quote.length > LONGEST_QUOTE) {
    add('quote');
  }
  if (!quote.startsWith(answer, answerAt)) add('answer');
  const shown = quote.slice(0, answerAt) + quote.slice(answerAt + answer.length);
  if (lettersOf(answer).length < SHORTEST_ANSWER || lettersOf(shown).length < SHORTEST_SHOWN) {
    add('trivial');
  }
  if (plainOf(shown).includes(plainOf(answer))) add('given-away');
  const values = [answer, ...wrong].map(worthOf);
  wrong.forEach((option, at) => {
    if (values.indexOf(values[at + 1] as string) <= at) add('same-option', option);
    else if (overlaps(option, answer, item)) add('overlapping-option', option);
    if (isAlsoRight(option, item, texts)) add('also-right', option);
    if (isOfTheSameList(option, item, texts)) add('of-the-same-list', option);
  });
  return faults;
}

function plainOf(text: string): string {
  return foldCharacters(text).replace(/[\s“”"'‘’「」]/gu, '');
}

function lettersOf(text: string): string {
  return plainOf(text).replace(/[^\p{L}\p{N}/]/gu, '');
}

const NUMERAL = new RegExp(`[0-9${NUMERAL_CHARACTERS}]+`, 'gu');
const FRACTION = new RegExp(
  `([0-9${NUMERAL_CHARACTERS}]+)分之([0-9${NUMERAL_CHARACTERS}]+)|([0-9]+)/([0-9]+)`,
  'u',
);
/** In months, so that half a year and six months are one. */
const MONTHS: Readonly<Record<string, number>> = { 年: 12, 季度: 3, 个月: 1, 月: 1 };

/** Options of one value are one option, however they are written. */
function worthOf(option: string): string {
  const text = lettersOf(option).replace(/半年/u, '6个月');
  const [, below, above, dividend, divisor] = FRACTION.exec(text) ?? [];
  const share = [parseNumeral(dividend ?? above ?? ''), parseNumeral(divisor ?? below ?? '')];
  if (share[0] !== undefined && share[1] !== undefined) return `share ${share[0] / share[1]}`;
  const digits = text.replace(NUMERAL, (run) => String(parseNumeral(run) ?? run));
  const [, number, unit] = /^(\d+)(年|季度|个月|月)内?$/u.exec(digits) ?? [];
  if (number !== undefined) return `months ${Number(number) * (MONTHS[unit ?? ''] ?? 1)}`;
  return digits;
}

/** What every second option would hold; 党校 and 党校（行政学院） are one to whoever is asked. */
function overlaps(option: string, answer: string, { kind }: RecallItem): boolean {
  if (kind === 'figure') return false;
  const [one, other] = [shortOf(option), shortOf(answer)];
  return one === other || (kind === 'body' && (isShortFor(one, other) || isShortFor(other, one)));
}

function shortOf(text: string): string {
  return lettersOf(text.replace(/[（(][^）)]*[）)]/gu, '')).replace(/^(?:各级|有关)/u, '');
}

/** 中组部 for 中央组织部: the same letters in the same order, at most half of them left out. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length) return false;
  if (long.includes(short)) return true;
  if (short.length * 2 < long.length || short[0] !== long[0] || short.at(-1) !== long.at(-1)) {
    return false;
  }
  let at = -1;
  return [...short].every((letter) => {
    at = long.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Whether an approved text says the same with the option in place of the answer. */
function isAlsoRight(
  option: string,
  { quote, answer, answerAt }: RecallItem,
  texts: ReadonlyMap<string, string>,
): boolean {
  const before = lastClause(quote.slice(0, answerAt)).slice(-CONTEXT);
  const after = firstClause(quote.slice(answerAt + answer.length)).slice(0, CONTEXT);
  // One side of the blank that is too short says too little.
  if (plainOf(before).length + plainOf(after).length < CONTEXT) return false;
  const said = plainOf(before + option + after);
  return [...texts.values()].some((text) => plainOf(text).includes(said));
}

function lastClause(text: string): string {
  return text.split(CLAUSE_END).at(-1) ?? '';
}

function firstClause(text: string): string {
  return text.split(CLAUSE_END)[0] ?? '';
}

/** Whether the option stands in the enumeration that the answer belongs to. */
function isOfTheSameList(
  option: string,
  item: RecallItem,
  texts: ReadonlyMap<string, string>,
): boolean {
  const { quote, answerAt, answer, kind } = item;
  if (kind !== 'list-member' && kind !== 'body') return false;
  const text = texts.get(item.material) ?? '';
  const start = text.indexOf(quote);
  if (start < 0) return false;
  const list = listAround(text, start + answerAt, start + answerAt + answer.length);
  return list.some((member) => plainOf(member) === plainOf(option));
}

/** The members of the enumeration around a span, its own included. */
function listAround(text: string, start: number, end: number): string[] {
  const before = lastClause(text.slice(0, start));
  const after = firstClause(text.slice(end));
  const left = before.split(LIST_MARK);
  const right = after.split(LIST_MARK);
  // The words next to the span are members as far as marks part them from it.
  return [...left.slice(0, -1), ...right.slice(1)].flatMap((member) => [
    member.trim(),
    member.trim().replace(/^(?:加强|开展|强化|推进|发挥|提高|坚持)/u, ''),
  ]);
}
