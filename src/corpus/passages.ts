import { createHash } from 'node:crypto';
import type { Section } from '../text/outline.ts';
import { pageAt, pageInWords } from '../text/pages.ts';
import { sentencesOf } from '../text/sentences.ts';
import { lengthOf, type Span, sliceOf } from '../text/span.ts';

/** A span of a material that is retrieved as one: whole sentences of one section. */
export interface Passage extends Span {
  readonly material: string;
  readonly place: string;
  readonly headings: readonly string[];
  readonly text: string;
  /** See {@link anchorOf}. */
  readonly anchor: string;
}

/** Sentences are packed up to this; measured over policy text, 350 to 500 characters rank best. */
const LONGEST_PASSAGE = 500;

/** What stands before the first heading, which is everything where there is none. */
const UNPLACED = ['标题', '前言'];

/**
 * The passages of a document in order; together they hold every sentence of every section once.
 *
 * @param pages where each page begins; a document without headings then has its pages for places
 */
export function passagesOf(
  material: string,
  text: string,
  outline: readonly Section[],
  pages: readonly number[] = [],
): Passage[] {
  return placedParts(text, outline, pages).flatMap(({ place, headings, body }) =>
    packSentences(text, body).map((span) => ({
      ...{ material, place, headings, ...span },
      text: sliceOf(text, span),
      anchor: anchorOf(place, sliceOf(text, span)),
    })),
  );
}

/** The sections of a document by the places that its passages are cited by; see {@link passagesOf}. */
export function placedParts(
  text: string,
  outline: readonly Section[],
  pages: readonly number[] = [],
): readonly Section[] {
  const isPlaced = pages.length === 0 || outline.some(({ place }) => !UNPLACED.includes(place));
  return outline.flatMap((section) => {
    if (isPlaced || section.place === '标题') return [section];
    return byPage(text, section.body, pages).map((part) => ({ ...section, ...part }));
  });
}

/** The sentences that begin on each page. */
function byPage(text: string, body: Span, pages: readonly number[]) {
  const parts: { place: string; body: Span }[] = [];
  for (const sentence of sentencesOf(text, body)) {
    const place = pageInWords(pageAt(pages, sentence.start) ?? 1);
    const last = parts.at(-1);
    if (last?.place !== place) parts.push({ place, body: sentence });
    else last.body = { start: last.body.start, end: sentence.end };
  }
  return parts;
}

/**
 * `place#hash`, the hash over the text without white space: it stays the same in a new edition
 * where text and place do, and tells by its halves whether the text moved or the place changed.
 */
export function anchorOf(place: string, text: string): string {
  const hash = createHash('sha256').update(text.replace(/\s/gu, '')).digest('hex');
  return `${place}#${hash.slice(0, 12)}`;
}

/** Greedy packing into parts of about equal length, so that no short tail is left over. */
function packSentences(text: string, body: Span): Span[] {
  const parts = Math.max(Math.ceil(lengthOf(body) / LONGEST_PASSAGE), 1);
  const limit = parts === 1 ? LONGEST_PASSAGE : (lengthOf(body) / parts) * 1.15;
  const packed: Span[] = [];
  for (const sentence of sentencesOf(text, body)) {
    const last = packed.at(-1);
    if (last !== undefined && sentence.end - last.start <= limit) {
      packed[packed.length - 1] = { start: last.start, end: sentence.end };
    } else packed.push(sentence);
  }
  return packed;
}
