import type { Answer } from '../../answering/answer.ts';
import { findAnswer } from '../../answering/answer-question.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexedPair } from '../../retrieval/index/store-schema.ts';
import { sliceOf } from '../../text/span.ts';

/** A question with what it wants of an index that served before, and of the one that is to. */
export interface Wanted {
  readonly before: GoldenQuestion;
  readonly after: GoldenQuestion;
}

/** Wordings of one pair that are asked; a pair that draws what is not its own shows it in the first. */
const WORDINGS = 8;

/**
 * Question-answer pairs that came or were altered, by their own wordings: no golden question can
 * stand for every pair, and what a pair says is shown to people as it stands. Where an approved pair
 * has answered a wording, the answer must go on coming from there, or else from where the text by
 * itself leads.
 */
export function* questionsOfChangedPairs(
  candidate: CorpusIndex,
  serving: CorpusIndex,
): Generator<Wanted> {
  for (const pair of pairsOf(candidate)) {
    for (const [at, wording] of wordingsAtStake(pair, candidate, serving).entries()) {
      const { answer, settledBy } = findAnswer(serving, wording);
      const isApproved = settledBy === 'approved-pair';
      const stood = isApproved ? placesOf(answer) : [];
      const led = isApproved ? placesOf(answerByText(candidate, wording)).slice(0, 1) : [];
      const id = `faq-${pair.id}-${at + 1}`;
      yield {
        before: wantedOf(id, wording, stood),
        after: wantedOf(id, wording, [...stood, ...led]),
      };
    }
  }
}

function answerByText(index: CorpusIndex, question: string): Answer {
  return findAnswer(index, question, { withoutFaq: true }).answer;
}

/** @param places none where any will do */
function wantedOf(id: string, question: string, places: GoldenQuestion['places']): GoldenQuestion {
  return { id, question, outcome: 'answered', places, contains: [], absent: [] };
}

function pairsOf({ store }: CorpusIndex): IndexedPair[] {
  const wordings = store.materials().flatMap(({ id }) => store.wordingsQuoting(id));
  const ordinals = new Set(wordings.map(({ pair }) => pair));
  return [...ordinals].map((ordinal) => store.pairAt(ordinal));
}

/** All of a pair that says something else than before, else those that have come; none of most pairs. */
function wordingsAtStake(
  pair: IndexedPair,
  candidate: CorpusIndex,
  serving: CorpusIndex,
): readonly string[] {
  const old = serving.store.pair(pair.id);
  const isAltered = old === null || saidBy(candidate, pair) !== saidBy(serving, old);
  const known = new Set(isAltered ? [] : old.questions);
  return pair.questions.filter((wording) => !known.has(wording)).slice(0, WORDINGS);
}

/** The same for two pairs only where people are shown the same; where the text stands does not count. */
function saidBy({ store }: CorpusIndex, { answer, quotes }: IndexedPair): string {
  const quoted = quotes.map((quote) => sliceOf(store.materialText(quote.material) ?? '', quote));
  return JSON.stringify([answer, quoted]);
}

function placesOf({ quotes }: Answer): GoldenQuestion['places'] {
  const places = quotes.map(({ material, place }) => ({ material, place }));
  const keys = places.map(({ material, place }) => `${material} ${place}`);
  return places.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}
