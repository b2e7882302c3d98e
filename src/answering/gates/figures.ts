import { foldCharacters } from '../../text/fold.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from '../../text/numerals.ts';
import { inDigits } from './english-numbers.ts';

/** A number as a text states it. */
export interface Figure {
  /** What it comes to, such as `2000`, `2~3`, `1/3`, `30%` or `〔2026〕12号`. */
  readonly value: string;
  /** What is counted, by one name for each kind; empty where nothing is said. */
  readonly unit: string;
  /** Whether it is the least or the most. */
  readonly bound: 'least' | 'most' | null;
  /** As it is written. */
  readonly words: string;
}

const ARABIC = '[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\\.[0-9]+)?';
const NUMBER = `(?:(?:${ARABIC})[百千万亿]*|[${NUMERAL_CHARACTERS}]+)`;
const TO = '\\s*(?:至|到|—|–|-|~)\\s*';

/** Names of one kind of unit; the first stands for all. */
const UNITS: readonly (readonly string[])[] = [
  ['人', '个人', '人次', '名', '位'],
  ['个月', '月'],
  ['年', '周年', '年度'],
  ['天', '日'],
  ['周', '星期', '个星期'],
  ['学时', '个学时', '课时'],
  ['小时', '个小时', '个钟头'],
  ['分钟'],
  ['次', '回', '遍'],
  ['期', '届'],
  ['门'],
  ['种'],
  ['本', '部', '套', '册'],
  ['篇'],
  ['倍'],
  ['元', '块钱'],
  ['级'],
  ['家', '所'],
  ['项', '条', '类', '个', '方面', '个方面'],
  ['岁', '周岁'],
  ['公里', '里'],
  ['章', '节'],
  ['轮', '步', '组', '批'],
];
const UNIT_OF = new Map(UNITS.flatMap((names) => names.map((name) => [name, names[0] as string])));
const UNIT = [...UNIT_OF.keys()].sort((one, other) => other.length - one.length).join('|');

const DOCUMENT = /[〔[(]\s*([0-9]{4})\s*[〕\])]\s*(?:第)?([0-9]+)\s*号/gu;
const PERCENT = new RegExp(`(${ARABIC})\\s*%|百分之\\s*(${NUMBER})`, 'gu');
const FRACTION = new RegExp(
  `([0-9]+)\\s*/\\s*([0-9]+)|(${NUMBER})分之(${NUMBER})|一半|半数|过半`,
  'gu',
);
const RANGE = new RegExp(`(${NUMBER})(${UNIT})?${TO}(${NUMBER})(?:余|多|左右)?(${UNIT})?`, 'gu');
const COUNT = new RegExp(
  `(?<![${NUMERAL_CHARACTERS}统同唯单专])(${NUMBER})(?:余|多|来)?(${UNIT})(?!性|把手|线|流)`,
  'gu',
);
const BARE = new RegExp(`(${ARABIC})[百千万亿]*`, 'gu');

/** 一个, 一项, 一名 are articles more often than numbers. */
const ARTICLES = new Set(['项', '人', '种', '门', '家', '本', '篇', '章', '轮', '期', '级']);

const LEAST =
  /(?:不少于|不低于|不得少于|不得低于|至少|起码|最少|at least|no less than|not less than)\s*$/iu;
const MOST =
  /(?:不超过|不多于|不高于|不得超过|至多|最多|at most|no more than|up to|not exceed(?:ing)?)\s*$/iu;
const LEAST_BEHIND = /^\s*(?:及|或)?(?:以上|or more)/iu;
const MOST_BEHIND = /^\s*(?:及|或)?(?:以下|or less|or fewer)/iu;

/** Each way to write a figure; what is more particular comes first, and what it took is not read again. */
const WAYS: readonly (readonly [RegExp, (match: RegExpExecArray) => Read | null])[] = [
  [DOCUMENT, ([, year, number]) => ({ value: `〔${year}〕${number}号`, unit: '' })],
  [PERCENT, ([, arabic, other]) => ({ value: `${amountOf(arabic ?? other ?? '')}%`, unit: '' })],
  [
    FRACTION,
    ([, over, under, below, above]) => ({
      value: `${amountOf(over ?? above ?? '1')}/${amountOf(under ?? below ?? '2')}`,
      unit: '',
    }),
  ],
  [
    RANGE,
    ([, from = '', ofFrom, to = '', unit = ofFrom]) => {
      const isNumber = unit !== undefined || /[0-9]/u.test(from);
      return isNumber ? { value: `${amountOf(from)}~${amountOf(to)}`, unit: unitOf(unit) } : null;
    },
  ],
  [
    COUNT,
    ([, number = '', unit]) => {
      const isArticle = number === '一' && ARTICLES.has(unitOf(unit));
      return isArticle ? null : { value: amountOf(number), unit: unitOf(unit) };
    },
  ],
  [BARE, ([number]) => ({ value: amountOf(number), unit: '' })],
];

type Read = Pick<Figure, 'value' | 'unit'>;

/** The figures that a text states, in Arabic or Chinese numerals or English words. */
export function figuresIn(text: string): Figure[] {
  const figures: Figure[] = [];
  let rest = inDigits(foldCharacters(text)).replaceAll('\u2044', '/');
  for (const [pattern, read] of WAYS) {
    for (const match of rest.matchAll(pattern)) {
      const found = read(match);
      if (found === null) continue;
      const [words] = match;
      const [start, end] = [match.index, match.index + words.length];
      figures.push({ ...found, words, bound: boundOf(rest, start, end) });
      rest = rest.slice(0, start) + '\0'.repeat(words.length) + rest.slice(end);
    }
  }
  return figures;
}

/** Whether two figures say the same: an unnamed unit fits any. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  return (
    one.value === other.value && (one.unit === other.unit || one.unit === '' || other.unit === '')
  );
}

function boundOf(text: string, start: number, end: number): Figure['bound'] {
  const [before, behind] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 8)];
  if (LEAST.test(before) || LEAST_BEHIND.test(behind)) return 'least';
  return MOST.test(before) || MOST_BEHIND.test(behind) ? 'most' : null;
}

function unitOf(name: string | undefined): string {
  return name === undefined ? '' : (UNIT_OF.get(name) ?? '');
}

/** A numeral that cannot be read stands for itself. */
function amountOf(number: string): string {
  const plain = number.replace(/,/gu, '');
  if (/^[0-9]+\.[0-9]+$/u.test(plain)) return String(Number(plain));
  const [, digits = '', unit = ''] = /^([0-9]+)([百千])$/u.exec(plain) ?? [];
  if (unit !== '') return String(Number(digits) * (unit === '百' ? 100 : 1000));
  return String(parseNumeral(plain) ?? plain);
}
