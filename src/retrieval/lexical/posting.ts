/** A posting is one 32-bit word: the document's ordinal above, its impact in 255ths below. */
export const IMPACT_BITS = 8;
export const MOST_IMPACT = (1 << IMPACT_BITS) - 1;
export const MOST_DOCUMENTS = 1 << (32 - IMPACT_BITS);

/** Postings of one term: a stretch of an array, in order of documents; `from === to` holds none. */
export interface PostingRange {
  readonly from: number;
  readonly to: number;
}

/** Where the first posting of `document` or a later one stands in the range; `to` if none does. */
export function seek(postings: Uint32Array, { from, to }: PostingRange, document: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] as number) >>> IMPACT_BITS < document) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether any document from `first` to `last` is in the range. */
export function holdsAny(
  postings: Uint32Array,
  range: PostingRange,
  first: number,
  last: number = first,
): boolean {
  const at = seek(postings, range, first);
  return at < range.to && (postings[at] as number) >>> IMPACT_BITS <= last;
}
