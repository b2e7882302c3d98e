import type { AnchoredQuote } from '../../corpus/faq.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexedPair } from '../../retrieval/index/store-schema.ts';
import { sliceOf } from '../../text/span.ts';

/** A question with what it wants of an index that served before, and of the one that is to. */
export interface Wanted {
  readonly before: GoldenQuestion;
  readonly after: GoldenQuestion;
}

/**
 * Question-answer pairs that came or were altered, each as a question that it must answer itself. No
 * golden question can stand for every pair, and what a pair says is shown to people as it stands.
 */
export function questionsOfChangedPairs(candidate: CorpusIndex, serving: CorpusIndex): Wanted[] {
  return pairsOf(candidate).flatMap((pair) => {
    const old = serving.store.pair(pair.id);
    if (old === null) return [{ before: questionOf(pair, []), after: questionOf(pair) }];
    if (saidBy(candidate, pair) === saidBy(serving, old)) return [];
    return [{ before: questionOf(old), after: questionOf(pair) }];
  });
}

function pairsOf({ store }: CorpusIndex): IndexedPair[] {
  const wordings = store.materials().flatMap(({ id }) => store.wordingsQuoting(id));
  const ordinals = new Set(wordings.map(({ pair }) => pair));
  return [...ordinals].map((ordinal) => store.pairAt(ordinal));
}

function questionOf(
  { id, questions, quotes }: IndexedPair,
  places: readonly AnchoredQuote[] = quotes,
): GoldenQuestion {
  return {
    id: `faq-${id}`,
    question: questions[0] ?? '',
    outcome: 'answered',
    places: places.map(({ material, place }) => ({ material, place })),
    ...{ contains: [], absent: [] },
  };
}

/** The same for two pairs only where people are shown the same; where the text stands does not count. */
function saidBy({ store }: CorpusIndex, { questions, answer, quotes }: IndexedPair): string {
  const quoted = quotes.map((quote) => sliceOf(store.materialText(quote.material) ?? '', quote));
  return JSON.stringify([questions[0], answer, quoted]);
}
