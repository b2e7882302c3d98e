import { toChineseNumeral } from '../../../../text/numerals.ts';

const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** More letters than this no line holds. */
const MOST_LETTERS = 20;

type Format = (value: number) => string | undefined;

const decimal: Format = (value) => String(value);
const chineseThousands: Format = (value) => toChineseNumeral(value);
const legal: Format = (value) => {
  const numeral = toChineseNumeral(value);
  // 十 stands alone in everyday numerals; in those of accounts its one is written: 壹拾.
  const whole = numeral?.startsWith('十') ? `一${numeral}` : numeral;
  return whole && translated(whole, '一二三四五六七八九十百千', '壹贰叁肆伍陆柒捌玖拾佰仟');
};

/** Formats of numbers (ECMA-376, ST_NumberFormat) as Word writes them. */
const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  bullet: () => '',
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  // A format of the later dialect, by its own example.
  '01, 02, 03, ...': (value) => String(value).padStart(2, '0'),
  '001, 002, 003, ...': (value) => String(value).padStart(3, '0'),
  '0001, 0002, 0003, ...': (value) => String(value).padStart(4, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value)?.toLowerCase(),
  chineseCounting: countedInTens,
  taiwaneseCounting: countedInTens,
  japaneseCounting: (value) =>
    chineseThousands(value)
      ?.replace(/零/gu, '')
      .replace(/一(?=[十百千])/gu, ''),
  koreanDigital2: digitByDigit,
  chineseCountingThousand: chineseThousands,
  taiwaneseCountingThousand: chineseThousands,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: (value) => {
    const simple = legal(value);
    return simple && translated(simple, '贰叁陆万', '貳參陸萬');
  },
  ideographTraditional: (value) => inTurn(value, STEMS),
  ideographZodiac: (value) => inTurn(value, BRANCHES),
  ideographEnclosedCircle: (value) =>
    value >= 1 && value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : decimal(value),
};

/** A number as a list shows it; undefined for a format that is not known. */
export function formatNumber(value: number, format: string): string | undefined {
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format] as Format)(value) : undefined;
}

/** 九十九 goes by tens, 一〇〇 by its digits: so Word writes what it calls 一、二、三 without 百. */
function countedInTens(value: number): string | undefined {
  return value < 100 ? toChineseNumeral(value) : digitByDigit(value);
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/gu, (digit) => DIGITS.charAt(Number(digit)));
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
}

/** There are twenty of a kind. */
function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20
    ? String.fromCodePoint(first + value - 1)
    : (decimal(value) ?? '');
}

/** A, …, Z, AA, BB, …: a letter more each time round. */
function letters(value: number): string | undefined {
  const times = Math.floor((value - 1) / 26) + 1;
  if (value < 1 || times > MOST_LETTERS) return undefined;
  return String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(times);
}

function roman(value: number): string | undefined {
  if (value < 1 || value >= 4000) return undefined;
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    const times = Math.floor(rest / worth);
    text += sign.repeat(times);
    rest -= times * worth;
  }
  return text;
}

function inTurn(value: number, signs: string): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}

function translated(text: string, from: string, to: string): string {
  return text.replace(/./gu, (sign) => {
    const at = from.indexOf(sign);
    return at === -1 ? sign : to.charAt(at);
  });
}
