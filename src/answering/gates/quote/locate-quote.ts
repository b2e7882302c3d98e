import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../../retrieval/index/store-schema.ts';
import { findPassages } from '../../../retrieval/search.ts';
import type { Span } from '../../../text/span.ts';
import { sliceOf } from '../../../text/span.ts';
import { cutToLength } from '../../quotes.ts';
import type { CitedSpan, QuoteOutcome } from '../gate.ts';
import { loosen, occurrencesOf } from './loose-text.ts';
import { headingsAbove, type Quotable } from './quotable.ts';
import { toWholePhrases } from './whole-phrases.ts';

/** Fewer letters and digits say nothing that could be checked. */
const SHORTEST = 4;
/** In UTF-16 units; far more than the longest passage, and little enough to be looked for at once. */
const LONGEST = 4000;
/** Passages searched for words that do not stand where the draft says. */
const LOOKED_THROUGH = 40;
/** The beginning of a quote finds its passage. */
const SEARCHED_BY = 200;

export type Located =
  | { readonly outcome: 'exact' | 'relocated'; readonly span: CitedSpan }
  | { readonly outcome: Exclude<QuoteOutcome, 'relocated'>; readonly span: null };

/**
 * Finds a drafted quote in policy text: as an exact slice of the passage that the draft names or of
 * its headings, but for white space, invisible characters and the width of punctuation; else at the
 * one other place where it stands.
 *
 * @param named null where the draft names no passage that it was shown
 */
export function locateQuote(
  index: CorpusIndex,
  quoted: string,
  named: IndexedPassage | null,
): Located {
  if (quoted.length > LONGEST) return { outcome: 'too-long', span: null };
  const words = loosen(quoted).text;
  if ((words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST) {
    return { outcome: 'too-short', span: null };
  }
  const [there] = named === null ? [] : occurrencesIn(index, [named], words);
  if (there !== undefined) return { outcome: 'exact', span: citedSpan(index, there) };
  const found = findPassages(index, words.slice(0, SEARCHED_BY), LOOKED_THROUGH, '政策文件');
  const passages = found.map(({ passage }) => passage);
  const [only, ...others] = occurrencesIn(index, passages, words);
  if (only === undefined) return { outcome: 'fabricated', span: null };
  if (others.length > 0) return { outcome: 'ambiguous', span: null };
  return { outcome: 'relocated', span: citedSpan(index, only) };
}

interface Occurrence {
  readonly quotable: Quotable;
  /** Within its text. */
  readonly span: Span;
}

/** In the passages; in the headings above them only where no passage holds the words. */
function occurrencesIn(
  index: CorpusIndex,
  passages: readonly IndexedPassage[],
  words: string,
): Occurrence[] {
  const inPassages = passages.flatMap((passage) => occurrencesWithin(passage, words));
  if (inPassages.length > 0) return inPassages;
  const headings = passages.flatMap((passage) => headingsAbove(index, passage));
  const each = new Map(headings.map((one) => [`${one.material} ${one.start}`, one]));
  return [...each.values()].flatMap((heading) => occurrencesWithin(heading, words));
}

function occurrencesWithin(quotable: Quotable, words: string): Occurrence[] {
  return occurrencesOf(words, loosen(quotable.text)).map((span) => ({ quotable, span }));
}

function citedSpan(index: CorpusIndex, { quotable, span }: Occurrence): CitedSpan {
  const { material, place, headings, text } = quotable;
  const within = cutToLength(text, toWholePhrases(text, span));
  const title = index.store.materials().find(({ id }) => id === material)?.title ?? '';
  const start = quotable.start + within.start;
  return {
    ...{ material, place, headings, title, around: text, within },
    ...index.store.onPage(material, start),
    start,
    end: quotable.start + within.end,
    text: sliceOf(text, within),
  };
}
