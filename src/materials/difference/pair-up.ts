import { pairsOf } from '../../text/pairs.ts';
import type { StandingPassage } from './difference.ts';
import { type Hunk, keyOf } from './hunks.ts';

/** Which paragraphs of two versions are the same one, reworded or moved. */
export interface Pairs {
  isUsed(before: StandingPassage): boolean;
  partnerOf(after: StandingPassage): StandingPassage | undefined;
}

/** Dice's coefficient from which two paragraphs are taken for one: anywhere, and where they stand at the same place. */
const LIKE_ANYWHERE = 0.5;
const LIKE_AT_ITS_PLACE = 0.3;
/** Pairs of characters that more paragraphs have than this tell none from another. */
const COMMON = 60;

interface Candidate {
  readonly before: StandingPassage;
  readonly after: StandingPassage;
  readonly score: number;
}

/** The likeliest pairs first, each paragraph in one; of equals, those at the same place. */
export function pairUp(hunks: readonly Hunk[]): Pairs {
  const others = hunks.filter((hunk) => hunk.kind === 'other');
  const before = others.flatMap((hunk) => hunk.before);
  const after = others.flatMap((hunk) => hunk.after);
  const partners = new Map<StandingPassage, StandingPassage>();
  const used = new Set<StandingPassage>();
  for (const one of candidatesAmong(before, after)) {
    if (used.has(one.before) || partners.has(one.after)) continue;
    used.add(one.before);
    partners.set(one.after, one.before);
  }
  return { isUsed: (one) => used.has(one), partnerOf: (one) => partners.get(one) };
}

function candidatesAmong(
  before: readonly StandingPassage[],
  after: readonly StandingPassage[],
): Candidate[] {
  const sizes = before.map((one) => gramsOf(one).size);
  const holding = new Map<string, number[]>();
  for (const [at, one] of before.entries()) {
    for (const gram of gramsOf(one)) {
      const those = holding.get(gram) ?? [];
      // One more than tell anything is enough to know that.
      if (those.length <= COMMON) those.push(at);
      holding.set(gram, those);
    }
  }
  const candidates: Candidate[] = [];
  for (const one of after) {
    const grams = gramsOf(one);
    const shared = new Map<number, number>();
    for (const gram of grams) {
      const those = holding.get(gram) ?? [];
      if (those.length > COMMON) continue;
      for (const at of those) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    for (const [at, count] of shared) {
      const old = before[at] as StandingPassage;
      const likeness =
        keyOf(old) === keyOf(one) ? 1 : (2 * count) / (grams.size + (sizes[at] ?? 0));
      const isAtItsPlace = old.place === one.place;
      if (likeness < (isAtItsPlace ? LIKE_AT_ITS_PLACE : LIKE_ANYWHERE)) continue;
      candidates.push({ before: old, after: one, score: likeness + (isAtItsPlace ? 0.1 : 0) });
    }
  }
  return candidates.toSorted((one, other) => other.score - one.score);
}

function gramsOf({ text }: StandingPassage): ReadonlySet<string> {
  return new Set(pairsOf(text));
}
