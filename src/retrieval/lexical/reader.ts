import { decodeSections } from './file-format.ts';
import { inverseDocumentFrequency } from './scoring.ts';
import { openStringTable, type StringTable } from './string-table.ts';
import { shortTermKey } from './term-order.ts';

/** Lookups in an opened index; all arrays are views over the file's bytes. */
export interface IndexReader {
  readonly documents: number;
  /** Number of a term, or −1. */
  termNumber(term: string): number;
  /** Where a term's postings stand: `postings[from]` to `postings[to]`, in order of documents. */
  postingRange(termNumber: number): readonly [from: number, to: number];
  readonly postings: Uint32Array;
  /** idf of a term; a term in no document weighs most. */
  weightOf(term: string): number;
  /** Empty where no document was cut by length. */
  readonly parentOf: Uint32Array;
  readonly parents: number;
  /** Share of the documents that are pieces of a longer one, 0 to 1. */
  readonly pieceShare: number;
  nameOf(document: number): string;
  readonly nameNumbers: Uint32Array;
  readonly names: StringTable;
  /** Documents found under a place key, as twice the ordinal, plus one where it is their own place. */
  documentsAt(placeKey: string): Uint32Array;
}

export function readIndex(bytes: Uint8Array): IndexReader {
  const sections = decodeSections(bytes);
  const documents = sections.counts[0] ?? 0;
  const parents = sections.counts[1] ?? 0;
  const { shortTerms, postingOffsets } = sections;
  const longTerms = openStringTable({
    offsets: sections.longTermOffsets,
    units: sections.longTermUnits,
  });
  const names = openStringTable({ offsets: sections.nameOffsets, units: sections.nameUnits });
  const places = openStringTable({ offsets: sections.placeOffsets, units: sections.placeUnits });
  const termNumber = (term: string): number => {
    if (term.length === 0) return -1;
    if (term.length <= 2) return findKey(shortTerms, shortTermKey(term));
    const found = longTerms.find(term);
    return found < 0 ? -1 : shortTerms.length + found;
  };
  const postingRange = (number: number): readonly [number, number] =>
    number < 0 ? [0, 0] : [postingOffsets[number] as number, postingOffsets[number + 1] as number];
  return {
    documents,
    termNumber,
    postingRange,
    postings: sections.postings,
    weightOf: (term) => {
      const [from, to] = postingRange(termNumber(term));
      return inverseDocumentFrequency(documents, to - from);
    },
    parentOf: sections.parentOf,
    parents,
    pieceShare: (sections.counts[2] ?? 0) / Math.max(1, documents),
    nameOf: (document) => names.at(sections.nameOf[document] as number),
    nameNumbers: sections.nameOf,
    names,
    documentsAt: (key) => {
      const found = places.find(key);
      const offsets = sections.placeDocumentOffsets;
      return found < 0
        ? new Uint32Array(0)
        : sections.placeDocuments.subarray(offsets[found], offsets[found + 1]);
    },
  };
}

function findKey(keys: Uint32Array, wanted: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const key = keys[middle] as number;
    if (key === wanted) return middle;
    if (key < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
