import type { Answer } from '../../answering/answer.ts';
import { type PlacedSpan, quotesOf } from '../../answering/quotes.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexStore } from '../../retrieval/index/store-schema.ts';
import { sliceOf } from '../../text/span.ts';
import type { PairAnswer, PairQuote } from '../faq/pairs.ts';

/** Where a quote stands in the texts of an index; null where it stands there no more, or is hidden. */
export function spanOfQuote(
  store: IndexStore,
  { material, place, text: quoted }: PairQuote,
): PlacedSpan | null {
  const text = store.materialText(material);
  const passages = store.passagesAt(material, place);
  const [first, last] = [passages[0], passages.at(-1)];
  if (text === null || first === undefined || last === undefined) return null;
  const found = sliceOf(text, { start: first.start, end: last.end }).indexOf(quoted);
  const start = first.start + found;
  return found === -1 ? null : { material, place, start, end: start + quoted.length };
}

/** An answer to a topic as whoever asks will see it; null where a quote of it cannot be shown. */
export function asAnswer(
  index: CorpusIndex,
  question: string,
  { answer, quotes }: PairAnswer,
): Answer | null {
  const spans = quotes.map((quote) => spanOfQuote(index.store, quote));
  if (spans.includes(null)) return null;
  return {
    ...{ question, outcome: 'answered', lead: answer, nearest: [], methods: [], related: [] },
    quotes: quotesOf(index, spans as PlacedSpan[]),
  };
}
