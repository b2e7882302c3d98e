import { type ConfidenceFeatures, confidenceOf } from './confidence.ts';
import { holdsAny } from './posting.ts';
import type { ParsedQuery } from './query.ts';
import type { RankingFeatures } from './ranking.ts';
import type { IndexReader } from './reader.ts';
import { uncoveredWords } from './reasons.ts';
import { regionStems } from './regions.ts';
import { termsOf } from './terms.ts';
import type { LexicalEvidence } from './types.ts';
import { scanUnits } from './units.ts';

export interface RankedCandidate {
  readonly ordinal: number;
  readonly score: number;
  readonly features: RankingFeatures;
}

/**
 * What the best of the ranked candidates (best first) says about an answer being there at all.
 * `isPlaceNamed`: the question names its place, and no other document.
 */
export function evidenceOf(
  reader: IndexReader,
  parsed: ParsedQuery,
  ranked: readonly RankedCandidate[],
  isPlaceNamed: boolean,
): LexicalEvidence {
  const best = ranked[0];
  const own = parsed.terms.filter((term) => !term.isExpansion);
  const known = own.filter(({ from, to }) => to > from);
  const held = best ? known.filter((term) => holdsAny(reader.postings, term, best.ordinal)) : [];
  return {
    confidence: best ? confidenceOf(featuresOf(reader, parsed, ranked, best, isPlaceNamed)) : 0,
    coverage: best?.features.coverage ?? 0,
    unknown: uncoveredWords(known, parsed.folded),
    missing: uncoveredWords(held, parsed.folded),
  };
}

/** Whether a term stands in the whole document that the best passage belongs to. */
type HeldByDocument = (term: string) => boolean;

function featuresOf(
  reader: IndexReader,
  parsed: ParsedQuery,
  ranked: readonly RankedCandidate[],
  best: RankedCandidate,
  isPlaceNamed: boolean,
): ConfidenceFeatures {
  const [first, last] = documentAround(reader, best.ordinal);
  const held: HeldByDocument = (term) => {
    const [from, to] = reader.postingRange(reader.termNumber(term));
    return holdsAny(reader.postings, { from, to }, first, last);
  };
  const next = ranked.find(({ ordinal }) => ordinal < first || ordinal > last);
  const lacking = regionStems(parsed.folded).filter((stems) => !stems.some(held));
  return {
    strength: parsed.wholeWeight === 0 ? 0 : best.features.base / parsed.wholeWeight,
    heldByDocument: heldShare(reader, parsed.folded, held),
    lead: next ? 1 - next.score / best.score : 1,
    heldByName: shareInName(parsed, reader.nameOf(best.ordinal)),
    placeNamed: isPlaceNamed ? 1 : 0,
    regionsLacking: lacking.length,
    quotedLacking: quotedLacking(reader, parsed.text, held),
  };
}

// Pieces of one parent stand next to one another.
function documentAround({ parentOf }: IndexReader, ordinal: number): readonly [number, number] {
  const parent = parentOf[ordinal] ?? 0;
  if (parent === 0) return [ordinal, ordinal];
  let first = ordinal;
  let last = ordinal;
  while (parentOf[first - 1] === parent) first--;
  while (parentOf[last + 1] === parent) last++;
  return [first, last];
}

// A unit counts as held when a pair it belongs to is; bigrams across the border of two words
// (省如 in 江西省如何) are in no document and would count against every one of them.
function heldShare(reader: IndexReader, folded: string, held: HeldByDocument): number {
  const units: string[] = [];
  scanUnits(folded, (unit) => units.push(unit));
  const pairHeld = units.map((unit, at) => {
    const next = units[at + 1] ?? '';
    return unit !== '' && next !== '' && held(unit + next);
  });
  let whole = 0;
  let share = 0;
  for (const [at, unit] of units.entries()) {
    const isAlone = (units[at - 1] ?? '') === '' && (units[at + 1] ?? '') === '';
    if (unit === '' || (isAlone && unit.length === 1)) continue;
    const weight = reader.weightOf(unit);
    whole += weight;
    const isHeld = pairHeld[at] || pairHeld[at - 1] || (unit.length > 1 && held(unit));
    if (isHeld) share += weight;
  }
  return whole === 0 ? 0 : share / whole;
}

function shareInName({ terms }: ParsedQuery, name: string): number {
  let whole = 0;
  let share = 0;
  for (const { term, weight, isSingle, isExpansion } of terms) {
    if (isSingle || isExpansion) continue;
    whole += weight;
    if (name.includes(term)) share += weight;
  }
  return whole === 0 ? 0 : share / whole;
}

const QUOTED = /[《“"]([^《》“”"]{2,40})[》”"]/g;

function quotedLacking(reader: IndexReader, question: string, held: HeldByDocument): number {
  let most = 0;
  for (const [, quoted] of question.matchAll(QUOTED)) {
    let whole = 0;
    let lacking = 0;
    for (const term of termsOf(quoted ?? '').filter(({ length }) => length > 1)) {
      const weight = reader.weightOf(term);
      whole += weight;
      if (!held(term)) lacking += weight;
    }
    if (whole > 0) most = Math.max(most, lacking / whole);
  }
  return most;
}
