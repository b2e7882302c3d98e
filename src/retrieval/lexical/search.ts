import {
  type Accumulators,
  accumulate,
  bestDocuments,
  impactsIn,
  makeAccumulators,
} from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import { placeMatches } from './places.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import { RANKING, type RankingConstants, rankingScore } from './ranking.ts';
import { type IndexReader, readIndex } from './reader.ts';
import { reasonsFor } from './reasons.ts';
import type { LexicalHit, LexicalQuery, LexicalResult } from './types.ts';
import { type DocumentRange, mergeRanges, withoutDocuments } from './without-documents.ts';

export interface LexicalIndex {
  /** How many documents the index holds. */
  readonly documents: number;
  /** The best `limit` passages, best first, why each was found, and how far they may be trusted. */
  search(query: LexicalQuery, options: { readonly limit: number }): LexicalResult;
  /** idf of a term as `termsOf` cuts it; a term in no document weighs most. */
  weightOf(term: string): number;
  /** Whether any document holds the term. */
  has(term: string): boolean;
  /** The same as if these documents were not there; numbers stay as they are. */
  without(hidden: readonly DocumentRange[]): LexicalIndex;
}

/**
 * Opens what `buildLexicalIndex` made: views over `bytes`, which must not change afterwards.
 * Throws UserFacingError for bytes that are no index, of another version, cut short or damaged.
 */
export function openLexicalIndex(
  bytes: Uint8Array,
  constants: RankingConstants = RANKING,
): LexicalIndex {
  const reader = readIndex(bytes);
  return lexicalIndex({ reader, accumulators: makeAccumulators(reader), constants }, []);
}

/** What all views of one index share. */
interface Opened {
  readonly reader: IndexReader;
  readonly accumulators: Accumulators;
  readonly constants: RankingConstants;
}

function lexicalIndex(opened: Opened, hidden: readonly DocumentRange[]): LexicalIndex {
  const whole = opened.reader;
  const reader = hidden.length === 0 ? whole : withoutDocuments(whole, hidden);
  const seen: Seen = { ...opened, reader, hidden };
  return {
    documents: reader.documents,
    weightOf: reader.weightOf,
    has: (term) => reader.termNumber(term) >= 0,
    search: (query, { limit }) => search(seen, query, limit),
    without: (more) => lexicalIndex(opened, mergeRanges([...hidden, ...more])),
  };
}

/** An index as a search sees it. */
interface Seen extends Opened {
  readonly hidden: readonly DocumentRange[];
}

function search(seen: Seen, query: LexicalQuery, limit: number): LexicalResult {
  const { reader, accumulators, constants } = seen;
  const parsed = parseQuery(reader, query, constants.singleWeight);
  const places = placeMatches(reader, parsed.text);
  const candidates = findCandidates(seen, parsed, limit, places.keys());
  const matched = matchTerms(reader, parsed, candidates);
  const ranked = [...candidates].map((ordinal, position) => {
    const features = {
      base: matched.base[position] as number,
      coverage: matched.coverage[position] as number,
      parentScore: accumulators.parentScores[reader.parentOf[ordinal] ?? 0] as number,
      placeMatch: places.get(ordinal)?.fit ?? 0,
    };
    const score = rankingScore(features, parsed.wholeWeight, reader.pieceShare, constants);
    return { ordinal, score, features };
  });
  ranked.sort((left, right) => right.score - left.score || left.ordinal - right.ordinal);
  const best = ranked.filter(({ score }) => score > 0);
  const hits = best.slice(0, limit).map(({ ordinal, score, features }): LexicalHit => {
    const why = reasonsFor(reader, parsed, ordinal, places.get(ordinal)?.key);
    return { ordinal, score, coverage: features.coverage, why };
  });
  const isPlaceNamed = places.get(best[0]?.ordinal ?? -1)?.isOfThisDocument ?? false;
  return { hits, evidence: evidenceOf(reader, parsed, best, isPlaceNamed) };
}

// Common single characters tell passages apart only a little: they count once few are left.
function findCandidates(
  { reader, accumulators, constants, hidden }: Seen,
  { terms }: ParsedQuery,
  limit: number,
  placed: Iterable<number>,
): Uint32Array {
  const common = reader.documents * constants.commonShare;
  const telling = terms.filter(({ isSingle, from, to }) => !isSingle || to - from <= common);
  const known = telling.some(({ from, to }) => to > from);
  accumulate(reader, known ? telling : terms, accumulators);
  for (const { from, end } of hidden) accumulators.scores.fill(0, from, end);
  const found = bestDocuments(accumulators.scores, Math.max(2 * limit, constants.candidates));
  return Uint32Array.from(new Set([...found, ...placed])).sort();
}

function matchTerms(reader: IndexReader, parsed: ParsedQuery, candidates: Uint32Array) {
  const base = new Float64Array(candidates.length);
  const coverage = new Float64Array(candidates.length);
  const impacts = new Float32Array(candidates.length);
  for (const term of parsed.terms) {
    if (term.from === term.to) continue;
    impactsIn(reader, term, candidates, impacts);
    const share = term.isExpansion ? 0 : term.weight / parsed.wholeWeight;
    for (let position = 0; position < impacts.length; position++) {
      const impact = impacts[position] as number;
      if (impact === 0) continue;
      base[position] = (base[position] as number) + term.weight * impact;
      coverage[position] = Math.min(1, (coverage[position] as number) + share);
    }
  }
  return { base, coverage };
}
