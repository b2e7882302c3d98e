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
  `^(超过|多于|大于|高于|满)?(${NUMBER})(${UNIT})(\\((?:不)?含\\)|[(]?含[)]?)?(及其?以上|及以后|及之后|\\(含\\)以上|或以上|以上|以后|之后|起|或更[多长]|及更[多长])?(\\((?:不)?含.{0,4}\\))?$`,
  'u',
);
const UPTO = new RegExp(
  `^(不满|未满|不足|少于|小于|低于|不超过|不到)?(${NUMBER})(${UNIT})(\\((?:不)?含\\))?(及其?以[下内]|及以前|及之前|或以下|以[下内]|以前|之前|或更[少短])?(\\((?:不)?含.{0,4}\\))?$`,
  'u',
);
const NONE =
  /^(?:0|零|0次|零次|无|没有|从未|从不|均?(?:从?未|没有?)参加(?:过.{0,6})?)(?:\(.*\))?$/u;

/** Beside the bands: no quantity. */
const BESIDE = /^其[他它]|^不(?![满到足超])|^说不清|^记不清|^视|^服从|^都|^没|^未/u;
/** 满3年、不满5年, and 100人以上不足300人 without a mark between; 3年至不满5年 is one. */
const PARTS = /[,、]|但|(?<=[^,、但至到~—–-])(?=(?:不足|不满|未满|不到|低于|少于|小于)[\d半])/u;
/** Says a quantity in words that are not read here; the rest cannot be judged without it. */
const QUANTITY = new RegExp(
  `[\\d${NUMERAL_CHARACTERS}半].{0,2}(?:以|[年月天周日次门个人岁成%点])`,
  'u',
);

/** Bands, in the order of the options; null where the options are not mostly quantities. */
export function readBands(options: readonly string[]): readonly Band[] | null {
  const bands = options.flatMap((option) => readBand(option) ?? []);
  const told = options.filter((option) => !BESIDE.test(option));
  if (bands.length < 2 || bands.length < told.length * 0.6) return null;
  return bands;
}

/** Whether each option that says a quantity was read as one. */
export function areAllRead(options: readonly string[], bands: readonly Band[]): boolean {
  const read = new Set(bands.map(({ option }) => option));
  return options.every((option) => read.has(option) || !QUANTITY.test(option));
}

function readBand(written: string): Band | null {
  const option = inNumbers(written.replace(/\s/gu, ''));
  if (option.length > 24 || option.includes(':')) return null;
  if (NONE.test(option)) return { ...exact(0, ''), option: written, isNothing: true };
  const parts = option.split(PARTS).filter((part) => !/^(?:有|安排|参加)$/u.test(part));
  const [first = '', second, ...more] = parts;
  if (more.length > 0) return null;
  const band = boundOf(first, written);
  if (second === undefined || band === null) return band;
  const other = boundOf(second, written);
  return other === null ? null : between(band, other);
}

function boundOf(option: string, written: string): Band | null {
  return spanOf(option, written) ?? uptoOf(option, written) ?? fromOf(option, written);
}

/** 满3年、不满5年: both hold. */
function between(one: Band, other: Band): Band | null {
  const [from, to] = Number.isFinite(one.low) ? [one, other] : [other, one];
  if (!Number.isFinite(from.low) || !Number.isFinite(to.high)) return null;
  if (Number.isFinite(from.high) || Number.isFinite(to.low)) return null;
  const [unit, lastUnit] = [from.unit || to.unit, to.unit || from.unit];
  if (unit === lastUnit && from.low > to.high) return null;
  return {
    ...from,
    high: to.high,
    holdsHigh: to.holdsHigh,
    unit: unit === lastUnit ? unit : `${unit}/${lastUnit}`,
  };
}

/** 三成, 四分之一 and 一半 as shares of a hundred. */
function inNumbers(option: string): string {
  return option
    .replace(/^(?:约|大约|大概)/u, '')
    .replace(
      /([二三四五六八十])分之([一二三四五])/gu,
      (_, whole: string, part: string) =>
        `${Math.round(((parseNumeral(part) ?? 0) / (parseNumeral(whole) ?? 1)) * 100)}%`,
    )
    .replace(
      /([一二三四五六七八九])成/gu,
      (_, tenth: string) => `${(parseNumeral(tenth) ?? 0) * 10}%`,
    )
    .replace(/一半|半数/gu, '50%');
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
