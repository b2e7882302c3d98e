import { type CollectedTerms, collectTerms, unpackFrequencies } from './collect-terms.ts';
import { collectNames, collectParents, collectPlaces } from './document-tables.ts';
import { encodeSections } from './file-format.ts';
import { IMPACT_BITS, MOST_IMPACT } from './posting.ts';
import { impact, SCORING, type ScoringConstants } from './scoring.ts';
import { packStrings } from './string-table.ts';
import { orderTerms } from './term-order.ts';
import type { LexicalDocument } from './types.ts';

/**
 * Builds the index file of the documents, in their order. `onProgress` is told how many documents
 * have been read. Throws RangeError beyond 16,777,216 documents.
 */
export function buildLexicalIndex(
  documents: Iterable<LexicalDocument>,
  onProgress?: (documentsRead: number) => void,
  constants: ScoringConstants = SCORING,
): Uint8Array {
  const collected = collectTerms(documents, onProgress);
  const { shortTerms, longTerms, order } = orderTerms(collected.termNumbers);
  const { postingOffsets, postings } = invert(collected, order, constants);
  const parents = collectParents(collected.about);
  const long = packStrings(longTerms);
  return encodeSections({
    counts: Uint32Array.of(collected.about.length, parents.parents, parents.pieces),
    shortTerms,
    longTermOffsets: long.offsets,
    longTermUnits: long.units,
    postingOffsets,
    postings,
    parentOf: parents.parentOf,
    ...collectNames(collected.about),
    ...collectPlaces(collected.about),
  });
}

// A counting sort by term; within a term the documents stay in their order.
function invert(collected: CollectedTerms, order: Uint32Array, constants: ScoringConstants) {
  const { entryTerms, entryFrequencies, starts } = collected;
  const postingOffsets = new Uint32Array(order.length + 1);
  for (const id of entryTerms) {
    const next = (order[id] as number) + 1;
    postingOffsets[next] = (postingOffsets[next] as number) + 1;
  }
  for (let term = 0; term < order.length; term++) {
    postingOffsets[term + 1] =
      (postingOffsets[term + 1] as number) + (postingOffsets[term] as number);
  }
  const cursors = postingOffsets.slice();
  const postings = new Uint32Array(entryTerms.length);
  const relativeLengths = relativeLengthsOf(collected.lengths);
  for (let document = 0; document < collected.about.length; document++) {
    const relative = relativeLengths(document);
    for (
      let entry = starts[document] as number;
      entry < (starts[document + 1] as number);
      entry++
    ) {
      const packed = entryFrequencies[entry] as number;
      const share = impact(constants, unpackFrequencies(packed), relative);
      const term = order[entryTerms[entry] as number] as number;
      const at = cursors[term] as number;
      cursors[term] = at + 1;
      const quantised = Math.max(1, Math.round(share * MOST_IMPACT));
      postings[at] = ((document << IMPACT_BITS) | quantised) >>> 0;
    }
  }
  return { postingOffsets, postings };
}

function relativeLengthsOf(lengths: Uint32Array) {
  const documents = Math.max(1, lengths.length / 3);
  const means = [0, 0, 0];
  for (const [at, length] of lengths.entries()) means[at % 3] = (means[at % 3] as number) + length;
  const relative = (document: number, field: number): number =>
    ((lengths[document * 3 + field] as number) * documents) / Math.max(1, means[field] as number);
  return (document: number): [number, number, number] => [
    relative(document, 0),
    relative(document, 1),
    relative(document, 2),
  ];
}
