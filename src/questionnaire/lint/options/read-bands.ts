import { NUMERAL_CHARACTERS, parseNumeral } from '../../../text/numerals.ts';

/** An option that is a quantity, or a span of quantities. */
export interface Band {
  /** As it is written. */
  readonly option: string;
  /** Infinite where it is open; which of the ends belong to it is told apart. */
  readonly low: number;
  readonly high: number;
  readonly holdsLow: boolean;
  readonly holdsHigh: boolean;
  /** 以下 and 以上 without 及 or 含: readers take them either way. */
  readonly isVague: boolean;
  /** Such as 岁; empty where it is not written. */
  readonly unit: string;
  readonly isSpan: boolean;
  /** 没有, 未参加: nothing, in words. */
  readonly isNothing: boolean;
}

const NUMBER = `(?:\\d+(?:\\.\\d+)?[万亿]?|[${NUMERAL_CHARACTERS}半]{1,5})`;
const UNIT =
  '(?:周岁|个小时|个半?天|个工作日|个月|个班次|个班|个学时|[^\\d~—–()至到以及或不含满]{0,3}?)';
const SPAN = new RegExp(
  `^(?:满)?(${NUMBER})(${UNIT})(\\((?:不)?含\\)|以上)?[-~—–~至到]+(?:不满)?(${NUMBER})(${UNIT})(\\((?:不)?含[^()]{0,8}\\))?$`,
  'u',
);
const FROM = new RegExp(
  `^(超过|多于|大于|高于|满)?(${NUMBER})(${UNIT})(\\((?:不)?含\\)|[(]?含[)]?)?(及其?以上|及以后|及之后|\\(含\\)以上|或以上|以上|以后|之后|或更[多长]|及更[多长])?(\\((?:不)?含.{0,4}\\))?$`,
  'u',
);
const UPTO = new RegExp(
  `^(不满|未满|不足|少于|小于|低于|不超过|不到)?(${NUMBER})(${UNIT})(\\((?:不)?含\\))?(及其?以[下内]|及以前|及之前|或以下|以[下内]|以前|之前|或更[少短])?(\\((?:不)?含.{0,4}\\))?$`,
  'u',
);
const NONE =
  /^(?:0|零|0次|零次|无|没有|从未|从不|均?(?:从?未|没有?)参加(?:过.{0,6})?)(?:\(.*\))?$/u;

/** Bands, in the order of the options; null where the options are not mostly quantities. */
export function readBands(options: readonly string[]): readonly Band[] | null {
  const bands = options.flatMap((option) => readBand(option) ?? []);
  const told = options.filter((option) => !/^其[他它]|^不|^说不清|^视|^服从/u.test(option));
  if (bands.length < 2 || bands.length < told.length * 0.6) return null;
  return bands;
}

export function readBand(written: string): Band | null {
  const option = written.replace(/[\s,]/gu, '').replace(/^(?:约|大约)/u, '');
  if (option.length > 24 || option.includes(':')) return null;
  if (NONE.test(option)) return { ...exact(0, ''), option: written, isNothing: true };
  return spanOf(option, written) ?? uptoOf(option, written) ?? fromOf(option, written);
}

function spanOf(option: string, written: string): Band | null {
  const found = SPAN.exec(option);
  if (found === null) return null;
  const [, from = '', fromUnit = '', fromMark, to = '', toUnit = '', toMark] = found;
  const [low, high] = [numberOf(from), numberOf(to)];
  if (low === null || high === null || high < low) return null;
  if (fromUnit !== '' && toUnit !== '' && fromUnit !== toUnit) return null;
  const [, named = ''] = /^\(不含(.+)\)$/u.exec(toMark ?? '') ?? [];
  const excluded = named === '' ? [] : [numberOf(named.replace(/[^\d.万亿]/gu, ''))];
  const isUnder = /不满/u.test(option);
  return {
    option: written,
    low,
    high,
    holdsLow: fromMark !== '(不含)' && !excluded.includes(low),
    holdsHigh: toMark !== '(不含)' && !excluded.includes(high) && !isUnder,
    isVague: fromMark === '以上',
    unit: toUnit || fromUnit,
    isSpan: true,
    isNothing: false,
  };
}

function uptoOf(option: string, written: string): Band | null {
  const found = UPTO.exec(option);
  if (found === null) return null;
  const [, before, number = '', unit = '', mark, after, tail] = found;
  if (before === undefined && after === undefined) return null;
  const high = numberOf(number);
  if (high === null) return null;
  const marks = `${mark ?? ''}${tail ?? ''}`;
  const isOut =
    /不含/u.test(marks) || /^(?:不满|未满|不足|少于|小于|低于|不到)$/u.test(before ?? '');
  const isIn = /[及或]/u.test(after ?? '') || before === '不超过' || /(?<!不)含/u.test(marks);
  return {
    option: written,
    low: Number.NEGATIVE_INFINITY,
    high,
    holdsLow: true,
    holdsHigh: !isOut,
    isVague: !isOut && !isIn,
    unit,
    isSpan: true,
    isNothing: false,
  };
}

function fromOf(option: string, written: string): Band | null {
  const found = FROM.exec(option);
  if (found === null) return null;
  const [, before, number = '', unit = '', mark, after, tail] = found;
  const low = numberOf(number);
  if (low === null) return null;
  // A lone number is a quantity only with its unit: 一 by itself is a word.
  if (before === undefined && after === undefined) {
    return unit === '' && !/^\d+$/u.test(number) ? null : { ...exact(low, unit), option: written };
  }
  const marks = `${mark ?? ''}${tail ?? ''}`;
  const isOut = /不含/u.test(marks) || /^(?:超过|多于|大于|高于)$/u.test(before ?? '');
  const isIn = /[及或含]/u.test(after ?? '') || before === '满' || /(?<!不)含/u.test(marks);
  return {
    option: written,
    low,
    high: Number.POSITIVE_INFINITY,
    holdsLow: !isOut,
    holdsHigh: true,
    isVague: !isOut && !isIn,
    unit,
    isSpan: true,
    isNothing: false,
  };
}

function exact(value: number, unit: string): Omit<Band, 'option'> {
  return {
    low: value,
    high: value,
    holdsLow: true,
    holdsHigh: true,
    isVague: false,
    unit,
    isSpan: false,
    isNothing: false,
  };
}

function numberOf(number: string): number | null {
  if (number === '半') return 0.5;
  if (/^\d+(?:\.\d+)?$/u.test(number)) return Number(number);
  return parseNumeral(number) ?? null;
}
