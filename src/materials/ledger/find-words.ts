import { loosen, occurrencesOf } from '../../answering/gates/quote/loose-text.ts';
import { toWholePhrases } from '../../answering/gates/quote/whole-phrases.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexedPassage, IndexStore } from '../../retrieval/index/store-schema.ts';
import { findPassages } from '../../retrieval/search.ts';
import { type Span, sliceOf, trimSpan } from '../../text/span.ts';
import type { PairQuote } from '../faq/pairs.ts';

/** Where words that somebody sends stand in policy texts. */
export type FoundWords =
  /** At each of these places, made up to whole phrases. */
  | { readonly kind: 'found'; readonly quotes: readonly PairQuote[] }
  /** Over the border of two parts: a quote has one place. */
  | { readonly kind: 'across' }
  | { readonly kind: 'nowhere' };

/** Passages whose materials are looked through. */
const LOOKED_THROUGH = 40;
/** The beginning of a text finds its passage. */
const SEARCHED_BY = 200;
/** A text that stands more often is no quote but a word. */
const MOST_PLACES = 6;

/**
 * Looks for words in the policy texts that an index shows, character for character but for white
 * space, invisible characters and the width of punctuation.
 */
export function findWords(index: CorpusIndex, words: string): FoundWords {
  const loose = loosen(words).text;
  if (loose === '') return { kind: 'nowhere' };
  const hits = findPassages(index, words.slice(0, SEARCHED_BY), LOOKED_THROUGH, '政策文件');
  const materials = new Set(hits.map(({ passage }) => passage.material));
  const found = [...materials].flatMap((material) => {
    const spans = occurrencesOf(loose, loosen(index.store.materialText(material) ?? ''));
    return spans.map((span) => quoteAt(index.store, material, span));
  });
  const quotes = found.filter((one) => one !== null);
  const each = quotes.filter((one, at) => quotes.findIndex((other) => isSame(one, other)) === at);
  if (found.length === 0 || each.length > MOST_PLACES) return { kind: 'nowhere' };
  return each.length > 0 ? { kind: 'found', quotes: each } : { kind: 'across' };
}

/** Null where a span lies over the border of two places, or outside of all passages. */
function quoteAt(store: IndexStore, material: string, span: Span): PairQuote | null {
  const passages = store.passagesCovering(material, span);
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined || first.place !== last.place) return null;
  if (span.start < first.start || last.end < span.end) return null;
  return { material, place: first.place, text: wholeText(store, [first, last], span) };
}

/** With the phrases whose cut would change what it says. */
function wholeText(
  store: IndexStore,
  [first, last]: readonly [IndexedPassage, IndexedPassage],
  span: Span,
): string {
  const around = sliceOf(store.materialText(first.material) ?? '', {
    start: first.start,
    end: last.end,
  });
  const within = { start: span.start - first.start, end: span.end - first.start };
  return quoteText(around, toWholePhrases(around, within));
}

/** A span as a quote: without white space around it, and without the comma that breaks it off. */
export function quoteText(text: string, span: Span): string {
  return sliceOf(text, trimSpan(text, span)).replace(/[，；：、,;]$/u, '');
}

function isSame(one: PairQuote, other: PairQuote): boolean {
  return one.material === other.material && one.place === other.place && one.text === other.text;
}
