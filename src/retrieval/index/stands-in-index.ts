import { foldCharacters } from '../../text/fold.ts';
import type { LexicalIndex } from '../lexical/search.ts';
import { termsOf } from '../lexical/terms.ts';
import type { CorpusIndex } from './open.ts';

/** Passages looked into: those that hold all of a short run of words come first. */
const LOOKED_INTO = 20;

/**
 * Whether a short run of words stands in a text in force, in a wording of an approved pair or in the
 * thesaurus. Where a part of it stands nowhere, no text is read.
 */
export function standsInIndex(index: CorpusIndex, words: string): boolean {
  const folded = foldCharacters(words);
  if (index.thesaurus.has(folded)) return true;
  const terms = termsOf(words);
  const { passages, questions, store } = index;
  return (
    textsFor(passages, terms, words, (at) => store.passage(at).text).some(holds(folded)) ||
    textsFor(questions, terms, words, (at) => store.wording(at)?.text ?? '').some(holds(folded))
  );
}

function holds(folded: string): (text: string) => boolean {
  return (text) => foldCharacters(text).includes(folded);
}

function textsFor(
  lexical: LexicalIndex,
  terms: readonly string[],
  words: string,
  textOf: (ordinal: number) => string,
): string[] {
  if (!terms.every((term) => lexical.has(term))) return [];
  return lexical.search(words, { limit: LOOKED_INTO }).hits.map(({ ordinal }) => textOf(ordinal));
}
