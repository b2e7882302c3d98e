/**
 * Chinese numerals and numbers: 三十三 ↔ 33, 二千 → 2000, 二〇二三 → 2023.
 * Pure functions; what is not a well-formed numeral gives `undefined`, never a guess.
 */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const DIGIT_CHARACTERS = '零一二三四五六七八九';

/** Characters a Chinese numeral is made of, for use inside a regular expression's brackets. */
export const NUMERAL_CHARACTERS = '〇零一二两三四五六七八九十百千万亿';

/**
 * The whole number a Chinese or Arabic numeral stands for (三十三, 十二, 二千, 一百零五, 二〇二三, 33,
 * 10万), or undefined.
 */
export function parseNumeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return safe(Number(text));
  const mixed = /^(\d+(?:\.\d+)?)([万亿])$/.exec(text);
  if (mixed) return safe(Number(mixed[1]) * (LARGE_UNITS[mixed[2] ?? ''] ?? 1));
  if (text.length === 0) return undefined;
  return /[十百千万亿]/.test(text) ? parseWithUnits(text) : parseDigitByDigit(text);
}

/** 33 → 三十三, 105 → 一百零五, 10 → 十; whole numbers from 0 to 99 999 999, others undefined. */
export function toChineseNumeral(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999) return undefined;
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const text = (high > 0 ? `${belowTenThousand(high)}万` : '') + gap + belowTenThousand(low);
  return text.startsWith('一十') ? text.slice(1) : text;
}

const RUN_OF_NUMERALS = new RegExp(`[${NUMERAL_CHARACTERS}]{2,}`, 'g');
// 一 is left out: it is more often part of a word (统一年度) than a number.
const ONE_BEFORE_UNIT = /[二两三四五六七八九十](?=年|个月|天|周岁|岁|门|名|倍|小时)/g;

/**
 * Writes Chinese numerals of a text in digits, for the index: 第三十三条 → 第33条, 二〇二三年 →
 * 2023年, 五年 → 5年. Set phrases (一带一路) and runs that are no numeral (百万, 三五) stay.
 */
export function writeNumeralsInDigits(text: string): string {
  return text
    .replace(RUN_OF_NUMERALS, (run, offset: number) => {
      const isYear = run.length === 4 && /^[〇零一二三四五六七八九]+$/.test(run);
      if (isYear) return text[offset + 4] === '年' ? String(parseNumeral(run)) : run;
      if (!/^[一二两三四五六七八九十]/.test(run) || !/[十百千万亿]/.test(run)) return run;
      const value = parseNumeral(run);
      return value === undefined ? run : String(value);
    })
    .replace(ONE_BEFORE_UNIT, (numeral) => String(parseNumeral(numeral)));
}

function parseDigitByDigit(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS[character];
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return safe(value);
}

function parseWithUnits(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastSmallUnit = Number.POSITIVE_INFINITY;
  for (const [position, character] of [...text].entries()) {
    const small = SMALL_UNITS[character];
    const large = LARGE_UNITS[character];
    if (small !== undefined) {
      // Only 十 may stand without a digit before it, and units fall from left to right.
      if (small >= lastSmallUnit) return undefined;
      if (digit === undefined && !(character === '十' && (position === 0 || section > 0))) {
        return undefined;
      }
      section += (digit || 1) * small;
      lastSmallUnit = small;
      digit = undefined;
    } else if (large !== undefined) {
      section += digit ?? 0;
      if (section === 0) return undefined;
      total = large > 10_000 ? (total + section) * large : total + section * large;
      section = 0;
      digit = undefined;
      lastSmallUnit = Number.POSITIVE_INFINITY;
    } else {
      const value = DIGITS[character];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  return safe(total + section + (digit ?? 0));
}

function belowTenThousand(value: number): string {
  let text = '';
  let zeroPending = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      zeroPending = text !== '';
      continue;
    }
    if (zeroPending) text += '零';
    zeroPending = false;
    text += DIGIT_CHARACTERS.charAt(digit) + name;
  }
  return text;
}

function safe(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}
