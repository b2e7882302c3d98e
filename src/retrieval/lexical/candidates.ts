import { IMPACT_BITS, MOST_IMPACT } from './posting.ts';
import type { QueryTerm } from './query.ts';
import type { IndexReader } from './reader.ts';

/** Working memory of one index, used again by every search: clearing is cheaper than making. */
export interface Accumulators {
  readonly scores: Float32Array;
  readonly parentScores: Float32Array;
}

export function makeAccumulators(index: IndexReader): Accumulators {
  return {
    scores: new Float32Array(index.documents),
    parentScores: new Float32Array(index.parents + 1),
  };
}

/** Adds weight · impact of every given term to `scores`, and of a parent's best passage to its own. */
export function accumulate(
  index: IndexReader,
  terms: readonly QueryTerm[],
  { scores, parentScores }: Accumulators,
): void {
  scores.fill(0);
  parentScores.fill(0);
  const { postings, parentOf } = index;
  for (const { weight, from, to } of terms) {
    const scale = weight / MOST_IMPACT;
    if (parentOf.length === 0) {
      for (let at = from; at < to; at++) {
        const posting = postings[at] as number;
        const document = posting >>> IMPACT_BITS;
        scores[document] = (scores[document] as number) + scale * (posting & MOST_IMPACT);
      }
    } else {
      accumulateWithParents(index, from, to, scale, scores, parentScores);
    }
  }
}

// A parent's score counts each term once, at its best passage: neighbours share what they say.
function accumulateWithParents(
  { postings, parentOf }: IndexReader,
  from: number,
  to: number,
  scale: number,
  scores: Float32Array,
  parentScores: Float32Array,
): void {
  let parent = 0;
  let best = 0;
  for (let at = from; at < to; at++) {
    const posting = postings[at] as number;
    const document = posting >>> IMPACT_BITS;
    const share = scale * (posting & MOST_IMPACT);
    scores[document] = (scores[document] as number) + share;
    const own = parentOf[document] as number;
    if (own !== parent) {
      parentScores[parent] = (parentScores[parent] as number) + best;
      parent = own;
      best = 0;
    }
    if (share > best) best = share;
  }
  parentScores[parent] = (parentScores[parent] as number) + best;
  parentScores[0] = 0;
}

/** The ordinals of the best scores above 0, best first, at most `limit`; equals in their order. */
export function bestDocuments(scores: Float32Array, limit: number): Uint32Array {
  // A heap of the best so far with its worst on top; ties keep the earlier document.
  const heap = new Uint32Array(limit);
  let size = 0;
  let floor = 0;
  const worse = (left: number, right: number): boolean => {
    const difference = (scores[left] as number) - (scores[right] as number);
    return difference < 0 || (difference === 0 && left > right);
  };
  const sink = (start: number, end: number) => {
    let at = start;
    const moving = heap[at] as number;
    for (let child = 2 * at + 1; child < end; child = 2 * at + 1) {
      if (child + 1 < end && worse(heap[child + 1] as number, heap[child] as number)) child++;
      if (!worse(heap[child] as number, moving)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = moving;
  };
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document] as number;
    if (score <= floor) continue;
    if (size < limit) {
      heap[size++] = document;
      if (size < limit) continue;
      for (let at = (limit >> 1) - 1; at >= 0; at--) sink(at, limit);
    } else {
      heap[0] = document;
      sink(0, limit);
    }
    floor = scores[heap[0] as number] as number;
  }
  return heap.subarray(0, size).sort((left, right) => {
    return (scores[right] as number) - (scores[left] as number) || left - right;
  });
}

/** Impact, 0 to 1, of a term in each of the ascending documents. */
export function impactsIn(
  { postings }: IndexReader,
  { from, to }: QueryTerm,
  ascending: Uint32Array,
  impacts: Float32Array,
): void {
  let low = from;
  for (let position = 0; position < ascending.length; position++) {
    const wanted = ascending[position] as number;
    // Gallop, then halve: candidates are few and postings many.
    let step = 1;
    let high = low;
    while (high < to && (postings[high] as number) >>> IMPACT_BITS < wanted) {
      low = high + 1;
      high += step;
      step *= 2;
    }
    if (high > to) high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((postings[middle] as number) >>> IMPACT_BITS < wanted) low = middle + 1;
      else high = middle;
    }
    const posting = low < to ? (postings[low] as number) : 0;
    impacts[position] =
      low < to && posting >>> IMPACT_BITS === wanted ? (posting & MOST_IMPACT) / MOST_IMPACT : 0;
  }
}
