import type { AnchoredQuote } from '../corpus/faq.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { IndexedPair } from '../retrieval/index/store-schema.ts';
import { questionTermsOf } from '../retrieval/lexical/terms.ts';
import type { Unit } from './units.ts';

/** An FAQ pair and how alike its nearest wording is to the question: 1 for the same words. */
export interface FaqMatch {
  readonly pair: IndexedPair;
  readonly similarity: number;
}

/** Wordings looked at; several may belong to one pair. */
const WORDINGS = 40;
const MATCHES = 8;
/** Single characters tell wordings apart less than bigrams do. */
const SINGLE_CHARACTER = 0.35;

/** The FAQ pairs nearest to a question, the nearest first. */
export function matchFaq(index: CorpusIndex, question: string): FaqMatch[] {
  const best = new Map<number, number>();
  const own = weighTerms(index, question);
  for (const { ordinal } of index.questions.search(question, { limit: WORDINGS }).hits) {
    const wording = index.store.wording(ordinal);
    if (wording === null) continue;
    const similarity = likeness(own, weighTerms(index, wording.text));
    best.set(wording.pair, Math.max(similarity, best.get(wording.pair) ?? 0));
  }
  return [...best]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MATCHES)
    .map(([ordinal, similarity]) => ({ pair: index.store.pairAt(ordinal), similarity }));
}

/** Dice's coefficient over weighted terms: 2 · shared / (one + other). */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [term, weight] of one) {
    all += weight;
    if (other.has(term)) shared += weight;
  }
  for (const weight of other.values()) all += weight;
  return all === 0 ? 0 : (2 * shared) / all;
}

function weighTerms(index: CorpusIndex, question: string): Map<string, number> {
  return new Map(
    questionTermsOf(question).map((term) => [
      term,
      index.questions.weightOf(term) * ([...term].length === 1 ? SINGLE_CHARACTER : 1),
    ]),
  );
}

/** Whether a quote of a pair and a unit share text. */
export function overlaps(quote: AnchoredQuote, unit: Unit): boolean {
  const isSame = quote.material === unit.passage.material;
  return isSame && quote.start < unit.end && unit.start < quote.end;
}
