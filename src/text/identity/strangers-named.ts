import type { Span } from '../span.ts';
import {
  DOUBLE_SURNAMES,
  GIVEN_SIGNS,
  KNOWN_TO_ALL,
  NO_NAMES,
  PLACES,
  SHORT_TITLES,
  SURNAMES,
  SURNAMES_BESIDE_TITLE,
  TITLES,
} from './name-signs.ts';
import { AFTER_NAME, BEFORE_NAME, INTRODUCING, NEVER_GIVEN } from './sentence-signs.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A text by the dictionary that ships with Node's ICU. */
interface Read {
  readonly text: string;
  /** The word that begins at an offset, and the one that ends there. */
  readonly from: ReadonlyMap<number, string>;
  readonly upTo: ReadonlyMap<number, string>;
}

/** What may be a name, where it stands. */
interface Surname {
  readonly start: number;
  /** Where the given name begins. */
  readonly end: number;
  /** Of two signs, or borne by many and no other word. */
  readonly isPlain: boolean;
}

const ESTABLISHED = [...KNOWN_TO_ALL, ...PLACES];
const MOST_GIVEN = 2;
const HAN = /^\p{Script=Han}+$/u;
/** What ends a name whose parts are joined by dots, and begins none. */
const AROUND = '的说问能可该去来在想要会是有没和跟与也都就还今明参请老同主书局处部院校我叫给让找';
const DOTTED = new RegExp(
  `(?:(?![${AROUND}])\\p{Script=Han}){1,8}(?:[·•・](?:(?![${AROUND}])\\p{Script=Han}){1,8})+`,
  'gu',
);
const INTRODUCED =
  /(?<=我叫|名叫|名字是|名字叫|我的名字是|姓名\s?[:：是为]\s?|本人姓名)(?:[A-Za-z][A-Za-z .'-]{1,30}[A-Za-z]|\p{Script=Han}{2,4}(?=[^\p{Script=Han}]|$))/gu;

/**
 * Where people are named who need not be in the records: 王建国同志, 老李, 张主任, 李晓明, 买买提·吐尔逊. By
 * surnames, signs of given names and the words beside them, so that some slip through and some
 * are none.
 *
 * @param isKnown whether words stand in approved text: these are nobody's matter of their own
 */
export function strangersNamed(text: string, isKnown: (words: string) => boolean): Span[] {
  const read = readWords(text);
  const found: Span[] = [];
  for (const pattern of [DOTTED, INTRODUCED]) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  for (let start = 0; start < text.length; start++) {
    const span = calledAt(read, start) ?? namedAt(read, start);
    if (span !== null) found.push(span);
  }
  return found.filter((span) => isSomebody(text, span, isKnown));
}

/** A name that approved text or everybody knows is left, with the title behind it or without. */
function isSomebody(
  text: string,
  { start, end }: Span,
  isKnown: (words: string) => boolean,
): boolean {
  const name = text.slice(start, end);
  const title = TITLES.find((one) => text.startsWith(one, end)) ?? '';
  if (ESTABLISHED.some((one) => text.startsWith(one, start))) return false;
  if (NO_NAMES.has(name)) return false;
  // A bare surname stands in every text.
  return !isKnown([...name].length === 1 ? name + title : name);
}

function readWords(text: string): Read {
  const from = new Map<number, string>();
  const upTo = new Map<number, string>();
  for (const { segment, index } of segmenter.segment(text)) {
    const cut = cutOf(segment);
    for (const [at, piece] of [
      [0, segment.slice(0, cut)],
      [cut, segment.slice(cut)],
    ] as const) {
      if (piece === '') continue;
      from.set(index + at, piece);
      upTo.set(index + at + piece.length, piece);
    }
  }
  return { text, from, upTo };
}

/** Where a word of two signs is taken apart, since the dictionary took a sign of a name for part of it: 和白, 元来. */
function cutOf(word: string): number {
  if (word.length !== 2) return 0;
  const [first, second] = word as unknown as [string, string];
  if (/[和跟与给请让问找]/u.test(first) && SURNAMES.has(second)) return 1;
  return GIVEN_SIGNS.has(first) && /[来去说]/u.test(second) ? 1 : 0;
}

/** 老李, 小王. */
function calledAt({ text, from, upTo }: Read, start: number): Span | null {
  if (!/[老小]/u.test(text[start] as string) || !from.has(start)) return null;
  const surname = text[start + 1] ?? '';
  const end = start + 2;
  if (!SURNAMES.has(surname) || !from.has(end === text.length ? start : end)) return null;
  if (!upTo.has(end)) return null;
  if (!OTHER_WORDS.has(surname)) return { start, end };
  const next = from.get(end) ?? '';
  return SAYS.test(next) ? { start, end } : null;
}

/** 小康, 大方, 小钱, 老龙, 小白, 小车: surnames behind 老 and 小 that mean something else as often. */
const OTHER_WORDS = new Set(
  '康方钱于江龙毛石金白田段文余路关安常平易严黄雷林马叶孔汤高曲年钟车章左米花牛熊农苗尚宗解祖',
);
const SAYS = /^(?:说|问|让|请|想|同志|讲|告诉|反映|觉得)/u;

function namedAt(read: Read, start: number): Span | null {
  const surname = surnameAt(read, start);
  if (surname === null) return null;
  for (let given = MOST_GIVEN; given >= 0; given--) {
    const end = surname.end + given;
    if (end > read.text.length || !isHan(read.text.slice(start, end))) continue;
    if (isTitled(read, surname, end) || isNamed(read, surname, end)) return { start, end };
  }
  return null;
}

function isHan(text: string): boolean {
  return HAN.test(text);
}

function surnameAt({ text, from }: Read, start: number): Surname | null {
  const isIntroduced = INTRODUCING.test(text.slice(Math.max(0, start - 8), start));
  if (!from.has(start) && !isIntroduced) return null;
  const double = DOUBLE_SURNAMES.find((one) => text.startsWith(one, start));
  if (double !== undefined) return { start, end: start + 2, isPlain: true };
  const sign = text[start] as string;
  if (SURNAMES.has(sign)) return { start, end: start + 1, isPlain: true };
  return SURNAMES_BESIDE_TITLE.has(sign) ? { start, end: start + 1, isPlain: false } : null;
}

/** 张主任, 王建国同志, 李处. */
function isTitled(read: Read, surname: Surname, end: number): boolean {
  const { text, from, upTo } = read;
  const given = text.slice(surname.end, end);
  if ([...given].some((sign) => NEVER_GIVEN.has(sign))) return false;
  if (!from.has(end)) return false;
  const title = TITLES.find((one) => text.startsWith(one, end) && upTo.has(end + one.length));
  if (given === '') {
    const isCalled = surname.isPlain || CALLING.test(upTo.get(surname.start) ?? '');
    if (title !== undefined && title !== '学员' && title !== '同学') return isCalled;
    return surname.isPlain && hasShortTitle(read, surname);
  }
  if (title === undefined) return false;
  const words = from.get(surname.end) ?? from.get(surname.start) ?? '';
  const isWord = words.length > 1 && end - surname.end > 1;
  const isWhole = (from.get(surname.start) ?? '').length > surname.end - surname.start;
  const signs = [...given].filter((sign) => GIVEN_SIGNS.has(sign)).length;
  return isWord || isWhole ? signs === given.length : signs > 0 || surname.isPlain;
}

const CALLING = /^(?:请|问|找|给|跟|和|是|听|让|叫)?$/u;

/** 王处让我问: at the start or where somebody is called, and before what they do. */
function hasShortTitle({ text, from, upTo }: Read, { start, end }: Surname): boolean {
  if (OTHER_WORDS.has(text[start] as string)) return false;
  const title = from.get(end) ?? '';
  if (!SHORT_TITLES.includes(title)) return false;
  const before = upTo.get(start) ?? '';
  const next = from.get(end + 1) ?? '';
  const isCalled = !isHan(before) || BEFORE_NAME.has(before);
  return isCalled && (!isHan(next) || AFTER_NAME.has(next) || SAYS.test(next));
}

/** 李晓明, 陈静: by the signs of the name and what stands around it. */
function isNamed({ text, from, upTo }: Read, surname: Surname, end: number): boolean {
  const given = text.slice(surname.end, end);
  if (given === '' || TITLES.some((title) => title.startsWith(given))) return false;
  const before = upTo.get(surname.start) ?? '';
  const isIntroduced = INTRODUCING.test(text.slice(Math.max(0, surname.start - 8), surname.start));
  const next = from.get(end) ?? '';
  const signs = [...given].filter((sign) => GIVEN_SIGNS.has(sign)).length;
  if ([...given].some((sign) => NEVER_GIVEN.has(sign))) return false;
  const own = from.get(surname.start) ?? '';
  const isApart = own.length === surname.end - surname.start;
  const ends = upTo.has(end);
  if (isIntroduced) return signs > 0 || (isApart && ends);
  if (!ends || !from.has(surname.start)) return false;
  const isBefore = !isHan(before) || BEFORE_NAME.has(before);
  const isAfter = !isHan(next) || AFTER_NAME.has(next);
  if (!surname.isPlain) return isBefore && isAfter && isApart && signs === MOST_GIVEN;
  if (isBefore && isAfter) return isApart || signs === given.length;
  if (!isApart || !(isBefore || isAfter) || given.length < MOST_GIVEN) return false;
  const isOneWord = from.get(surname.end) === given;
  return isOneWord ? signs === 2 : signs > 0;
}
