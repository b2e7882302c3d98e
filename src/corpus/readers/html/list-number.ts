import { toChineseNumeral } from '../../../text/numerals.ts';
import type { PageElement } from './parse-page.ts';

/** The numbers of a list's items in their order, as a browser shows them; empty where it shows none. */
export function listNumbers(list: PageElement): readonly string[] {
  const items = list.children.filter(
    (child): child is PageElement => typeof child !== 'string' && child.name === 'li',
  );
  const style = styleOf(list);
  if (list.name !== 'ol' || style === 'none') return items.map(() => '');
  const step = 'reversed' in list.attributes ? -1 : 1;
  let next = integer(list.attributes.start) ?? (step === -1 ? items.length : 1);
  return items.map((item) => {
    const number = integer(item.attributes.value) ?? next;
    next = number + step;
    return written(number, style);
  });
}

function styleOf({ attributes }: PageElement): string {
  const style =
    /list-style(?:-type)?\s*:[^;]*?([\w-]*(?:none|alpha|latin|roman|decimal|chinese|ideographic)[\w-]*)/iu;
  return style.exec(attributes.style ?? '')?.[1]?.toLowerCase() ?? attributes.type ?? '1';
}

function written(number: number, style: string): string {
  if (/chinese|ideographic/u.test(style)) return `${toChineseNumeral(number) ?? number}、`;
  if (style === 'a' || /^lower-(?:alpha|latin)$/u.test(style)) return `${letters(number)}. `;
  if (style === 'A' || /^upper-(?:alpha|latin)$/u.test(style)) {
    return `${letters(number).toUpperCase()}. `;
  }
  if (style === 'i' || style === 'lower-roman') return `${roman(number).toLowerCase()}. `;
  if (style === 'I' || style === 'upper-roman') return `${roman(number)}. `;
  return `${number}. `;
}

/** a, b, …, z, aa, ab, …; numbers that letters cannot write stay. */
function letters(number: number): string {
  if (number < 1) return String(number);
  let word = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    word = String.fromCharCode(97 + ((rest - 1) % 26)) + word;
  }
  return word;
}

const ROMAN = [
  ...[[1000, 'M'] as const, [900, 'CM'] as const, [500, 'D'] as const, [400, 'CD'] as const],
  ...[[100, 'C'] as const, [90, 'XC'] as const, [50, 'L'] as const, [40, 'XL'] as const],
  ...[[10, 'X'] as const, [9, 'IX'] as const, [5, 'V'] as const, [4, 'IV'] as const],
  [1, 'I'] as const,
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let word = '';
  for (const [value, letter] of ROMAN) {
    for (; rest >= value; rest -= value) word += letter;
  }
  return word;
}

function integer(words: string | undefined): number | null {
  return words !== undefined && /^\s*-?\d{1,9}\s*$/u.test(words) ? Number(words) : null;
}
