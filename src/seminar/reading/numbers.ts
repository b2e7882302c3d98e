import { NUMERAL_CHARACTERS, parseNumeral } from '../../text/numerals.ts';

/**
 * A number in digits or in Chinese, for use inside a regular expression; as a whole, and bounded, so
 * that a long run of digits takes no long time.
 */
export const NUMBER = `(?:(?<!\\d)\\d{1,9}(?!\\d)(?:\\.\\d{1,3})?[百千万]?|(?<![${NUMERAL_CHARACTERS}])[${NUMERAL_CHARACTERS}]{1,12})`;

/** Between the ends of a range: 30至40, 30-40. */
export const TO = '\\s*(?:[-–—~～－]+|至|到)\\s*';

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/**
 * 40, 四十, 2.5, 3千; of two neighbours that leave it open (三四十, 十五六) the larger. Null where it
 * is no number.
 */
export function readNumber(text: string): number | null {
  const [, digits, scale] = /^(\d+(?:\.\d+)?)([百千万])?$/u.exec(text) ?? [];
  if (digits !== undefined) {
    const value = Number(digits) * (SCALES[scale ?? ''] ?? 1);
    return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : null;
  }
  return parseNumeral(withoutLowerNeighbour(text)) ?? null;
}

/** Whether the number leaves open which of two it is: 三四十, 十五六. */
export function isEitherOr(text: string): boolean {
  return withoutLowerNeighbour(text) !== text;
}

const DIGITS = '一二三四五六七八九';

function withoutLowerNeighbour(text: string): string {
  const plain = text.replaceAll('两', '二');
  if (/^[〇零一二三四五六七八九]{3,}$/u.test(plain)) return text;
  for (let at = 0; at + 1 < plain.length; at++) {
    const digit = DIGITS.indexOf(plain.charAt(at));
    if (digit >= 0 && DIGITS.indexOf(plain.charAt(at + 1)) === digit + 1) {
      return plain.slice(0, at) + plain.slice(at + 1);
    }
  }
  return text;
}
