import { seek } from './posting.ts';
import type { IndexReader } from './reader.ts';
import { inverseDocumentFrequency } from './scoring.ts';

/** Documents that follow one another, from the first up to, and without, `end`. */
export interface DocumentRange {
  readonly from: number;
  readonly end: number;
}

/** Ascending, disjoint and not empty. */
export function mergeRanges(ranges: readonly DocumentRange[]): DocumentRange[] {
  const merged: DocumentRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (range.end <= range.from) continue;
    if (last === undefined || last.end < range.from) merged.push(range);
    else merged[merged.length - 1] = { from: last.from, end: Math.max(last.end, range.end) };
  }
  return merged;
}

/**
 * Lookups as if some documents were not there: their words are unknown, weigh nothing in those of
 * others, and their places are nobody's. Postings still hold them, for whoever reads these to leave
 * out. An impact keeps the mean lengths of the whole.
 *
 * @param hidden as `mergeRanges` gives them
 */
export function withoutDocuments(
  reader: IndexReader,
  hidden: readonly DocumentRange[],
): IndexReader {
  const count = hidden.reduce((sum, { from, end }) => sum + end - from, 0);
  const documents = reader.documents - count;
  const holding = (number: number): number => {
    const [from, to] = reader.postingRange(number);
    return to - from - countIn(reader.postings, from, to, hidden);
  };
  const termNumber = (term: string): number => {
    const number = reader.termNumber(term);
    return number >= 0 && holding(number) > 0 ? number : -1;
  };
  return {
    ...reader,
    documents,
    termNumber,
    weightOf: (term) => {
      const number = reader.termNumber(term);
      return inverseDocumentFrequency(documents, number < 0 ? 0 : holding(number));
    },
    documentsAt: (key) => reader.documentsAt(key).filter((entry) => !isWithin(hidden, entry >>> 1)),
  };
}

/** Whether a document is in one of the ranges. */
export function isWithin(ranges: readonly DocumentRange[], document: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle] as DocumentRange).end <= document) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && (ranges[low] as DocumentRange).from <= document;
}

/** Postings of a term within the ranges: both are in order, so each search begins where one ended. */
function countIn(
  postings: Uint32Array,
  from: number,
  to: number,
  ranges: readonly DocumentRange[],
): number {
  let count = 0;
  let at = from;
  for (const range of ranges) {
    at = seek(postings, { from: at, to }, range.from);
    if (at === to) break;
    const end = seek(postings, { from: at, to }, range.end);
    count += end - at;
    at = end;
  }
  return count;
}
