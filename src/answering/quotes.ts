import type { CorpusIndex } from '../retrieval/index/open.ts';
import { phrasesOf } from '../text/sentences.ts';
import { isWithin, lengthOf, type Span, sliceOf } from '../text/span.ts';
import { LONGEST_QUOTE, LONGEST_QUOTES, type Quote } from './answer.ts';

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
export function quotesOf(index: CorpusIndex, spans: readonly PlacedSpan[]): Quote[] {
  const titles = new Map(index.store.materials().map(({ id, title }) => [id, title]));
  const quotes: Quote[] = [];
  let left = LONGEST_QUOTES;
  for (const span of joinNeighbours(spans)) {
    const text = index.store.materialText(span.material) ?? '';
    const cut = withoutTrailingComma(text, cutToLength(text, span));
    if (lengthOf(cut) > left) continue;
    left -= lengthOf(cut);
    const { material, place } = span;
    quotes.push({
      material,
      title: titles.get(material) ?? '',
      place,
      text: sliceOf(text, cut),
      start: cut.start,
      end: cut.end,
    });
  }
  return quotes;
}

function joinNeighbours(spans: readonly PlacedSpan[]): PlacedSpan[] {
  const joined: PlacedSpan[] = [];
  for (const span of spans) {
    const at = joined.findIndex((one) => touches(one, span));
    const other = joined[at];
    if (other === undefined) joined.push(span);
    else if (!isWithin(span, other)) {
      joined[at] = {
        ...other,
        start: Math.min(other.start, span.start),
        end: Math.max(other.end, span.end),
      };
    }
  }
  return joined;
}

function touches(one: PlacedSpan, other: PlacedSpan): boolean {
  if (one.material !== other.material || one.place !== other.place) return false;
  const overlaps = one.start < other.end && other.start < one.end;
  const gap = Math.min(Math.abs(one.end - other.start), Math.abs(other.end - one.start));
  const length = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  const isOneSentence = one.end === other.start || other.end === one.start;
  return overlaps || isOneSentence || (gap <= SMALL_GAP && length <= LONGEST_QUOTE);
}

/** Whole phrases from the beginning, as many as fit; the one enumeration of a list stays whole. */
function cutToLength(text: string, span: Span): Span {
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
