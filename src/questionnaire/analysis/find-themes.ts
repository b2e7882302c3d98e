import { eachWordOf } from '../../text/words.ts';
import { FEWEST } from '../survey.ts';
import type { Theme } from './analysis.ts';
import { STOP_WORDS } from './stop-words.ts';
import { withoutPeople } from './without-people.ts';

const MOST_THEMES = 12;
const MOST_WORDS = 3;
/** Frequent words that are compared with each other. */
const COMPARED = 60;
/** Words are one theme where this share of the people who say either says both. */
const SAME_PEOPLE = 0.5;
const HAN = /^\p{Script=Han}+$/u;

/**
 * What several people say, by the words that five or more of them share; words that are said by the
 * same people are one theme. Of what was written, nothing but these words is told.
 */
export function findThemes(texts: readonly string[]): readonly Theme[] {
  const words = frequentWords(texts).slice(0, COMPARED);
  const themes: { words: string[]; people: Uint8Array; count: number }[] = [];
  for (const [word, sayers] of words) {
    const people = new Uint8Array(texts.length);
    for (const at of sayers) people[at] = 1;
    const same = themes.find(
      (one) => one.words.length < MOST_WORDS && likeness(one.people, people) >= SAME_PEOPLE,
    );
    if (same === undefined) themes.push({ words: [word], people, count: sayers.length });
    else same.words.push(word);
  }
  return themes.slice(0, MOST_THEMES).map(({ words: said, count }) => ({
    words: said,
    people: count,
  }));
}

/** Each with who says it, the most frequent first, and as they are first said where it is the same. */
function frequentWords(texts: readonly string[]): readonly [string, readonly number[]][] {
  const authors = new Map<string, number[]>();
  texts.forEach((text, at) => {
    const own = authors.get(text);
    if (own === undefined) authors.set(text, [at]);
    else own.push(at);
  });
  const different = [...authors.keys()];
  /** Null for words that say nothing. */
  const sayers = new Map<string, number[] | null>();
  eachWordOf(different.map(oneLine), (word, at) => {
    let own = sayers.get(word);
    if (own === undefined) {
      own = HAN.test(word) && !STOP_WORDS.has(word) ? [] : null;
      sayers.set(word, own);
    }
    const people = authors.get(different[at] as string) as number[];
    if (own !== null && own.at(-1) !== people.at(-1)) own.push(...people);
  });
  return [...sayers]
    .flatMap(([word, who]): [string, readonly number[]][] =>
      who !== null && who.length >= FEWEST ? [[word, who]] : [],
    )
    .toSorted(([, one], [, other]) => other.length - one.length);
}

function oneLine(text: string): string {
  return withoutPeople(text).replace(/[\r\n\u2028\u2029\u0085]/gu, ' ');
}

/** Of those who are in either, how many are in both. */
function likeness(one: Uint8Array, other: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let at = 0; at < one.length; at++) {
    both += (one[at] as number) & (other[at] as number);
    either += (one[at] as number) | (other[at] as number);
  }
  return both / either;
}
