import { NUMERAL_CHARACTERS } from '../../../text/numerals.ts';
import { ARABIC, amountOf, HOUR, NUMBER, UNIT, unitOf } from './figure-units.ts';

/** What a way of writing makes of its words. */
export interface Read {
  readonly value: string;
  readonly unit: string;
  readonly isRate: boolean;
}

const TO = '\\s*(?:至|到|—|–|-|~)\\s*';
const ANY_UNIT = `${UNIT}|${HOUR}`;

const DOCUMENT = /([\u4e00-\u9fff]{0,3})\s*[〔[(]\s*([0-9]{4})\s*[〕\])]\s*(?:第)?([0-9]+)\s*号/gu;
const SPAN_OF_RATE = '年度|年(?!龄)|季度?|个?月|周(?!密)|星期|天|日|学期';
const RATE = new RegExp(
  `(?:每(?:(${NUMBER})(?:${TO}(${NUMBER}))?|(半))?个?(${SPAN_OF_RATE}|期|人)|[按逐](${SPAN_OF_RATE}))`,
  'gu',
);
const PART_OF_YEAR = /[上下]半年|第?[一二三四1-4]季度/gu;
const POINT = new RegExp(`(${NUMBER})个?百分点`, 'gu');
const PERCENT = new RegExp(`(${ARABIC})\\s*%|百分之\\s*(${NUMBER})`, 'gu');
const FRACTION = new RegExp(
  `([0-9]+)\\s*/\\s*([0-9]+)|(${NUMBER})分之(${NUMBER})|一半|半数|过半`,
  'gu',
);
const FOLD = new RegExp(`翻(${NUMBER})?番`, 'gu');
const TENTHS =
  /([一二两三四五六七八九1-9])成([一二三四五六七八九](?!年|个|天|月|名))?(?![员立果为功长绩熟效就本交人才不])/gu;
const RANGE = new RegExp(
  `(${NUMBER})(${ANY_UNIT})?${TO}(${NUMBER})(?:余|多|左右)?(${ANY_UNIT})?`,
  'gu',
);
const AND_A_HALF = new RegExp(`(${NUMBER})(?:个半(${UNIT})|(年|天|小时)半(?!数))`, 'gu');
const HALF = /半个?(年|月|天|日|小时|学期)/gu;
const VAGUE = new RegExp(
  `(?<!以)(?:[数几上近][十百千万亿]+|[一二三四五六七八九]?十几[万亿]?)(?:余|多)?(${UNIT})?`,
  'gu',
);
const COUNT = new RegExp(
  `(?<![${NUMERAL_CHARACTERS}统同唯单专])(${NUMBER})(?:余|多|来)?(${ANY_UNIT})(?!性|把手|线|流)`,
  'gu',
);
const DATE_WORD = /年[底末初]|月[底末初]|季末/gu;
const BARE = new RegExp(`(${ARABIC})[百千万亿]*`, 'gu');

/** 一个, 一项, 一名 are articles more often than numbers. */
const ARTICLES = new Set(['项', '人', '种', '门', '家', '本', '篇', '章', '轮', '期', '级']);

const plain = (value: string, unit = ''): Read => ({ value, unit, isRate: false });

/** Each way to write a figure; what is more particular comes first, and what it took is not read again. */
export const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => Read | null])[] = [
  [DOCUMENT, ([, issuer = '', year, number]) => plain(`${issuer}〔${year}〕${number}号`)],
  [
    RATE,
    ([, from, to, half, span, alone]) => {
      const first = half === undefined ? amountOf(from ?? '1') : '0.5';
      const value = to === undefined ? first : `${first}~${amountOf(to)}`;
      return { value, unit: rateUnitOf(span ?? alone), isRate: true };
    },
  ],
  [PART_OF_YEAR, ([words]) => plain(words.replace('第', ''))],
  [POINT, ([, number = '']) => plain(amountOf(number), '百分点')],
  [PERCENT, ([, arabic, other]) => plain(`${amountOf(arabic ?? other ?? '')}%`)],
  [
    FRACTION,
    ([, over, under, below, above]) =>
      plain(`${amountOf(over ?? above ?? '1')}/${amountOf(under ?? below ?? '2')}`),
  ],
  [FOLD, ([, number = '一']) => plain(`翻${amountOf(number)}番`)],
  [TENTHS, ([, tens = '', ones = '0']) => plain(`${amountOf(tens)}${amountOf(ones)}%`)],
  [
    RANGE,
    ([, from = '', ofFrom, to = '', unit = ofFrom]) => {
      const isNumber = unit !== undefined || /[0-9]/u.test(from);
      return isNumber ? plain(`${amountOf(from)}~${amountOf(to)}`, unitOf(unit)) : null;
    },
  ],
  [
    AND_A_HALF,
    ([, number = '', unit, ofNumber]) => plain(`${amountOf(number)}.5`, unitOf(unit ?? ofNumber)),
  ],
  [HALF, ([, unit]) => plain('0.5', unitOf(unit))],
  [VAGUE, ([words, unit]) => plain(words.replace(unit ?? '', ''), unitOf(unit))],
  [
    COUNT,
    ([, number = '', unit]) => {
      const isArticle = number === '一' && ARTICLES.has(unitOf(unit));
      return isArticle ? null : plain(amountOf(number), unitOf(unit));
    },
  ],
  [DATE_WORD, ([words]) => plain(words.replace('末', '底'))],
  [BARE, ([number]) => plain(amountOf(number))],
];

function rateUnitOf(name: string | undefined): string {
  return unitOf(name === '季' ? '季度' : name);
}
