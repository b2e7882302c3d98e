import type { AnchoredQuote } from '../corpus/faq.ts';
import type { IndexedPair } from '../retrieval/index/store-schema.ts';
import type { Evidence } from './evidence.ts';
import { type FaqMatch, overlaps } from './faq-match.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';
import { holdsWhatIsAsked } from './verdict.ts';

/** A pair needs this likeness to answer a question whose text leads elsewhere or nowhere … */
const ANSWERS = 0.36;
/** … and this where the text itself leads to the same passage. */
const ANSWERS_WITH_EVIDENCE = 0.25;
const EVIDENCE_LOOKED_AT = 2;
/** From this likeness on nothing else needs to be quoted beside it. */
const SURE = 0.6;
/** A question in a pair's own words: nothing that follows from its words alone overrules the pair. */
const SAME_WORDS = 0.9;
/** A pair that gathers several places answers a question for one thing less well. */
const TOO_WIDE = 0.85;

export interface ChosenPair {
  readonly pair: IndexedPair;
  /** The question is one of its wordings. */
  readonly isSameWords: boolean;
  /** Its wording speaks louder than the text does. */
  readonly isLouder: boolean;
  readonly isSure: boolean;
  /** Of the best of the text: its share of the question's weight. */
  readonly strength: number;
}

/**
 * The pair that answers the question, or null; one without the kind of thing asked for does not.
 *
 * @param ranked evidence as the text alone ranks it, without the pairs' own weight
 */
export function choosePair(
  matches: readonly FaqMatch[],
  ranked: readonly Evidence[],
  question: Question,
  terms: QuestionTerms,
): ChosenPair | null {
  const fitting = matches
    .map(({ pair, similarity }) => ({ pair, similarity: similarity * fitness(pair, question) }))
    .sort((one, other) => other.similarity - one.similarity);
  const best = fitting[0];
  if (best === undefined || best.similarity < ANSWERS_WITH_EVIDENCE) return null;
  const strength = (ranked[0]?.score ?? 0) / terms.total;
  if ((matches[0]?.similarity ?? 0) >= SAME_WORDS) {
    const { pair } = matches[0] as FaqMatch;
    return { pair, isSameWords: true, isLouder: true, isSure: true, strength };
  }
  const quoted = ranked.filter(({ unit }) =>
    best.pair.quotes.some((quote) => overlaps(quote, unit)),
  );
  if (!holdsWhatIsAsked(quoted, question)) return null;
  const isSupported = ranked.slice(0, EVIDENCE_LOOKED_AT).some((one) => quoted.includes(one));
  // Likeness to a wording and strength of the text are both shares of the question's own weight.
  const isLouder = best.similarity >= Math.max(ANSWERS, strength);
  if (!isSupported && !isLouder) return null;
  return {
    pair: best.pair,
    isSameWords: false,
    isLouder,
    isSure: best.similarity >= SURE,
    strength,
  };
}

/** A pair's quotes, those that the text ranks higher first. */
export function quotesByRank(
  pair: IndexedPair,
  ranked: readonly Evidence[],
): readonly AnchoredQuote[] {
  const rankOf = (quote: AnchoredQuote) => {
    const at = ranked.findIndex(({ unit }) => overlaps(quote, unit));
    return at === -1 ? ranked.length : at;
  };
  return pair.quotes.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function fitness(pair: IndexedPair, { several }: Question): number {
  const places = new Set(pair.quotes.map(({ place }) => place));
  return places.size > 1 && !several ? TOO_WIDE : 1;
}
