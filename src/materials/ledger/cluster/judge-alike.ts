import type { Meaning } from './meaning.ts';

/** How far two wordings agree, each from 0 to 1. */
export interface Agreement {
  /** Dice's coefficient over weighted terms. */
  readonly terms: number;
  /** Cosine of the official words behind them. */
  readonly officials: number;
  /** Cosine of the places they lead to. */
  readonly places: number;
  /** Of an embedding model, 0 for no more than any two questions have; null without one. */
  readonly vectors: number | null;
}

// Chosen with a third of the pairs taken away by twelve seeds and measured on twelve others: of wordings
// that share a topic 0.96 and 0.94 are of one place, and of those that are not the first of theirs
// 0.89 and 0.82 are answered by what answers the first (bench/ledger.ts).

/** The same words but for little: nothing else is asked. */
const SAME_WORDS = 0.7;
/** Words in common, where both lead to the same text. */
export const LIKE_WORDS = 0.4;
const LIKE_PLACES = 0.75;
/** The same official words behind other everyday ones need the same text and a word in common. */
export const SAME_OFFICIALS = 0.9;
const SAME_PLACES = 0.9;
const SOME_WORDS = 0.08;
/** An embedding model alone is believed only where the texts do not speak against it … */
const SAME_MEANING = 0.6;
const NEAR_PLACES = 0.5;
/** … and stops what words alone would join. */
const OTHER_MEANING = 0.1;

/**
 * Whether two wordings ask the same: how sure that is, or null where they do not. A wrong yes costs
 * more than a wrong no: two topics can be merged by hand, but an answer to another question misleads.
 */
export function judgeAlike(one: Meaning, other: Meaning, agreement: Agreement): number | null {
  const { terms, officials, places, vectors } = agreement;
  const sureness = terms + (officials + places + (vectors ?? 0)) / 3;
  // 办几天 and 办几期 differ in one word, and it is what is asked for.
  if (one.slots !== other.slots) return null;
  if (terms >= SAME_WORDS) return 1 + sureness;
  if (vectors !== null && vectors < OTHER_MEANING) return null;
  const isAlike =
    (terms >= LIKE_WORDS && places >= LIKE_PLACES) ||
    (officials >= SAME_OFFICIALS && places >= SAME_PLACES && terms >= SOME_WORDS) ||
    (vectors !== null && vectors >= SAME_MEANING && places >= NEAR_PLACES);
  return isAlike ? sureness : null;
}
