import { foldForIndex } from '../../text/fold.ts';
import { growingArray } from './growing-array.ts';
import { MOST_DOCUMENTS } from './posting.ts';
import { visitTerms } from './terms.ts';
import type { LexicalDocument } from './types.ts';

/** What is kept of a document besides its terms. */
export type DocumentAbout = Omit<LexicalDocument, 'text'>;

/** The terms of all documents in the order they were met, before they are inverted. */
export interface CollectedTerms {
  readonly termNumbers: ReadonlyMap<string, number>;
  readonly about: readonly DocumentAbout[];
  /** Three lengths a document: terms in the text, the headings, the title. */
  readonly lengths: Uint32Array;
  /** Where each document's entries begin; one more than there are documents. */
  readonly starts: Uint32Array;
  /** An entry for each document and term: the term's number, and its frequencies, packed. */
  readonly entryTerms: Uint32Array;
  readonly entryFrequencies: Uint16Array;
}

/** Frequencies in text, headings and title, as `collectTerms` packs them into 8, 4 and 4 bits. */
export function unpackFrequencies(packed: number): [text: number, headings: number, title: number] {
  return [packed & 255, (packed >>> 8) & 15, packed >>> 12];
}

const FIELD_SHIFTS = [0, 8, 12] as const;
const FIELD_LIMITS = [255, 15, 15] as const;

/** Reads every document once; `onProgress` is told how many have been read. */
export function collectTerms(
  documents: Iterable<LexicalDocument>,
  onProgress?: (documentsRead: number) => void,
): CollectedTerms {
  const about: DocumentAbout[] = [];
  const lengths = growingArray((length) => new Uint32Array(length));
  const starts = growingArray((length) => new Uint32Array(length));
  const entries = makeEntries();
  for (const { text, ...rest } of documents) {
    if (about.length >= MOST_DOCUMENTS) throw new RangeError('Cannot index over 2^24 passages');
    about.push(rest);
    starts.push(entries.beginDocument());
    for (const [field, content] of [text, rest.headings.join('\n'), rest.title].entries()) {
      let length = 0;
      visitTerms(foldForIndex(content), (term) => {
        length++;
        entries.count(term, field);
      });
      lengths.push(length);
    }
    onProgress?.(about.length);
  }
  starts.push(entries.beginDocument());
  return { about, lengths: lengths.values(), starts: starts.values(), ...entries.collected() };
}

function makeEntries() {
  const termNumbers = new Map<string, number>();
  const entryTerms = growingArray((length) => new Uint32Array(length));
  const entryFrequencies = growingArray((length) => new Uint16Array(length));
  // A term's entry belongs to the current document if it stands at or after the document's start.
  const lastEntry = growingArray((length) => new Int32Array(length));
  let start = 0;
  const numberOf = (term: string): number => {
    const known = termNumbers.get(term);
    if (known !== undefined) return known;
    lastEntry.push(-1);
    termNumbers.set(term, termNumbers.size);
    return termNumbers.size - 1;
  };
  const entryOf = (number: number): number => {
    const last = lastEntry.get(number);
    if (last >= start) return last;
    const entry = entryTerms.length;
    entryTerms.push(number);
    entryFrequencies.push(0);
    lastEntry.set(number, entry);
    return entry;
  };
  return {
    beginDocument: (): number => {
      start = entryTerms.length;
      return start;
    },
    count: (term: string, field: number): void => {
      const entry = entryOf(numberOf(term));
      const packed = entryFrequencies.get(entry);
      const shift = FIELD_SHIFTS[field] as number;
      const limit = FIELD_LIMITS[field] as number;
      if (((packed >>> shift) & limit) < limit) entryFrequencies.set(entry, packed + (1 << shift));
    },
    collected: () => ({
      termNumbers,
      entryTerms: entryTerms.values(),
      entryFrequencies: entryFrequencies.values(),
    }),
  };
}
