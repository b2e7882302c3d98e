import type { Span } from '../span.ts';
import { withPlainForms } from './mask-identities.ts';
import { maskNumbers } from './mask-numbers.ts';
import { maskSpans } from './mask-spans.ts';
import { type NameTable, namesWithin } from './name-table.ts';
import { strangersNamed } from './strangers-named.ts';

const APART = /(?<=\p{Script=Han})[ 　]+(?=\p{Script=Han})/gu;

/**
 * A question without what says who asks or whom it is about: as `identityMask`, and without names
 * that are in no records (王建国同志, 老李, 张主任). What stands in approved text stays, a name of the records
 * that is a word of it too.
 *
 * @param records names of the people of the records
 * @param standsInText whether words stand in what is approved; asked about names alone
 */
export function maskPeople(
  text: string,
  records: NameTable,
  standsInText: (words: string) => boolean,
): string {
  const plain = maskNumbers(withPlainForms(text));
  const known = namesWithin(records, plain).filter(
    ({ start, end }) => !standsInText(plain.slice(start, end).replace(/\s/gu, '')),
  );
  const strangers = [...strangersNamed(plain, standsInText), ...spacedOut(plain, standsInText)];
  return maskSpans(plain, [...known, ...strangers]);
}

/** Names with blanks between their signs: 王 建国同志. */
function spacedOut(plain: string, standsInText: (words: string) => boolean): Span[] {
  const gaps = [...plain.matchAll(APART)];
  if (gaps.length === 0) return [];
  const places: number[] = [];
  const close = [...plain.replace(APART, (gap) => '\0'.repeat(gap.length))].join('');
  let joined = '';
  for (let at = 0; at < close.length; at++) {
    if (close[at] === '\0') continue;
    places.push(at);
    joined += close[at];
  }
  return strangersNamed(joined, standsInText).map(({ start, end }) => ({
    start: places[start] as number,
    end: (places[end - 1] as number) + 1,
  }));
}
