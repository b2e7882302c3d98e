import { foldCharacters } from '../../../text/fold.ts';
import { inDigits } from './english-numbers.ts';

/** Fractions, superscripts, Roman and mathematical digits, which the index does not fold. */
const COMPATIBLE =
  /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u2189]|[\u{1d7ce}-\u{1d7ff}]/gu;
/** Digits of other scripts. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;
/** Numerals as they stand on cheques; one alone is often part of a word, as in 队伍 and 大陆. */
const FORMAL = /[壹贰叁肆伍陆柒捌玖拾佰仟萬]{2,}|[壹贰叁肆柒捌玖](?=[个人名年月天次期门种元])/gu;
const PLAIN: Readonly<Record<string, string>> = {
  ...{ 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九' },
  ...{ 拾: '十', 佰: '百', 仟: '千', 萬: '万' },
};

/** A text with every way to write a number brought to plain digits and plain Chinese numerals. */
export function withPlainNumbers(text: string): string {
  const folded = foldCharacters(text.replace(COMPATIBLE, (form) => form.normalize('NFKC')));
  const plain = folded
    .replaceAll('\u2044', '/')
    .replace(OTHER_DIGITS, valueOfDigit)
    .replace(FORMAL, (numeral) => [...numeral].map((one) => PLAIN[one] ?? one).join(''));
  return withoutSeparators(inDigits(plain));
}

/** 2,000 in one piece, for what cuts a text at commas. */
export function withoutSeparators(text: string): string {
  return text.replace(/(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/gu, (number) =>
    number.replaceAll(',', ''),
  );
}

/** The digits of a script stand in a row of ten, beginning with its zero. */
function valueOfDigit(digit: string): string {
  const code = digit.codePointAt(0) as number;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
