import type { CorpusIndex } from '../retrieval/index/open.ts';
import { titlesOf } from '../retrieval/index/titles-of.ts';
import { phrasesOf } from '../text/sentences.ts';
import { lengthOf, type Span, sliceOf } from '../text/span.ts';
import { type Citation, LONGEST_QUOTE, LONGEST_QUOTES } from './answer.ts';

/** A span of a material at a place: a quote that has not been cut yet. */
export interface PlacedSpan extends Span {
  readonly material: string;
  readonly place: string;
}

/** Spans closer than this are quoted as one. */
const SMALL_GAP = 2;

/**
 * Verbatim quotes of the spans in their order of worth: neighbours joined, nothing twice, none
 * longer than {@link LONGEST_QUOTE} unless it is one enumeration, together within
 * {@link LONGEST_QUOTES}.
 */
export function quotesOf(index: CorpusIndex, spans: readonly PlacedSpan[]): Citation[] {
  const titles = titlesOf(index.store);
  const quotes: Citation[] = [];
  let left = LONGEST_QUOTES;
  const textOf = (material: string) => index.store.materialText(material) ?? '';
  for (const span of joinNeighbours(spans, textOf)) {
    const text = textOf(span.material);
    const cut = withoutTrailingComma(text, cutToLength(text, span));
    if (lengthOf(cut) > left) continue;
    left -= lengthOf(cut);
    const { material, place } = span;
    quotes.push({
      material,
      title: titles.get(material) ?? '',
      place,
      ...index.store.onPage(material, cut.start),
      text: sliceOf(text, cut),
      start: cut.start,
      end: cut.end,
    });
  }
  return quotes;
}

function joinNeighbours(
  spans: readonly PlacedSpan[],
  textOf: (material: string) => string,
): PlacedSpan[] {
  const joined: PlacedSpan[] = [];
  for (const span of spans) {
    const at = joined.findIndex((one) => belongTogether(one, span, textOf));
    const other = joined[at];
    if (other === undefined) joined.push(span);
    else joined[at] = { ...other, ...hullOf(other, span) };
  }
  // A span that grew may reach another now.
  return joined.length < spans.length ? joinNeighbours(joined, textOf) : joined;
}

/** Overlapping spans, parts of one sentence, and neighbouring sentences that fit in one quote. */
function belongTogether(
  one: PlacedSpan,
  other: PlacedSpan,
  textOf: (material: string) => string,
): boolean {
  if (one.material !== other.material || one.place !== other.place) return false;
  if (one.start < other.end && other.start < one.end) return true;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  if (second.start - first.end > SMALL_GAP) return false;
  const breaksOff = /[，：]/u.test(textOf(one.material)[first.end - 1] ?? '');
  return breaksOff || lengthOf(hullOf(one, other)) <= LONGEST_QUOTE;
}

function hullOf(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Whole phrases from the beginning, as many as fit; the one enumeration of a list stays whole. */
export function cutToLength(text: string, span: Span): Span {
  if (lengthOf(span) <= LONGEST_QUOTE || isEnumeration(sliceOf(text, span))) return span;
  let end = span.start;
  for (const phrase of phrasesOf(text, span)) {
    if (phrase.end - span.start > LONGEST_QUOTE) break;
    end = phrase.end;
  }
  return { start: span.start, end: end > span.start ? end : span.start + LONGEST_QUOTE };
}

function withoutTrailingComma(text: string, { start, end }: Span): Span {
  return /[，；：、,;]/u.test(text[end - 1] ?? '') ? { start, end: end - 1 } : { start, end };
}

/** Ten items or more between enumeration commas. */
function isEnumeration(text: string): boolean {
  return (text.match(/、/gu)?.length ?? 0) >= 9;
}
