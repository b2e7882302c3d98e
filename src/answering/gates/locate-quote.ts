import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../retrieval/index/store-schema.ts';
import { findPassages } from '../../retrieval/search.ts';
import { clausesOf, phrasesOf, sentencesOf } from '../../text/sentences.ts';
import { type Span, sliceOf } from '../../text/span.ts';
import { cutToLength } from '../quotes.ts';
import type { CitedSpan, QuoteOutcome } from './gate.ts';
import { loosen, occurrencesOf } from './loose-text.ts';

/** Fewer letters and digits say nothing that could be checked. */
const SHORTEST = 4;
/** Passages searched for words that do not stand where the draft says. */
const LOOKED_THROUGH = 40;

export type Located =
  | { readonly outcome: 'exact' | 'relocated'; readonly span: CitedSpan }
  | { readonly outcome: Exclude<QuoteOutcome, 'relocated'>; readonly span: null };

/**
 * Finds a drafted quote in policy text: as an exact slice of the passage that the draft names, but
 * for white space and the width of punctuation; else at the one other place where it stands.
 *
 * @param named null where the draft names no passage that it was shown
 */
export function locateQuote(
  index: CorpusIndex,
  quoted: string,
  named: IndexedPassage | null,
): Located {
  const words = loosen(quoted).text;
  if ((words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST) {
    return { outcome: 'too-short', span: null };
  }
  const [there] = named === null ? [] : occurrencesIn(named, words);
  if (named !== null && there !== undefined) {
    return { outcome: 'exact', span: citedSpan(index, named, there) };
  }
  const elsewhere = findPassages(index, quoted, LOOKED_THROUGH, '政策文件').flatMap(({ passage }) =>
    occurrencesIn(passage, words).map((span) => ({ passage, span })),
  );
  const [only, ...others] = elsewhere;
  if (only === undefined) return { outcome: 'fabricated', span: null };
  if (others.length > 0) return { outcome: 'ambiguous', span: null };
  return { outcome: 'relocated', span: citedSpan(index, only.passage, only.span) };
}

function occurrencesIn(passage: IndexedPassage, words: string): Span[] {
  return occurrencesOf(words, loosen(passage.text));
}

/** @param within the passage's text */
function citedSpan(index: CorpusIndex, passage: IndexedPassage, within: Span): CitedSpan {
  const { material, place, headings, text } = passage;
  const span = cutToLength(text, toWholePhrases(text, within));
  const title = index.store.materials().find(({ id }) => id === material)?.title ?? '';
  return {
    ...{ material, place, headings, title, around: text },
    start: passage.start + span.start,
    end: passage.start + span.end,
    text: sliceOf(text, span),
  };
}

/**
 * A quote begins and ends with phrases: to cut 探索, 严控 or 5年内累计 off the front of one would leave
 * an exact slice that says something else.
 */
function toWholePhrases(text: string, span: Span): Span {
  const sentences = sentencesOf(text);
  const parts = sentences.flatMap((sentence) =>
    clausesOf(text, sentence).flatMap((clause) => phrasesOf(text, clause)),
  );
  const first = parts.find(({ end }) => end > span.start) ?? span;
  const last = parts.findLast(({ start }) => start < span.end) ?? span;
  const [start, end] = [Math.min(first.start, span.start), Math.max(last.end, span.end)];
  const breaksOff = /[，；：、,;]$/u.test(text.slice(start, end)) && end > span.end;
  return { start, end: breaksOff ? end - 1 : end };
}
