import { diffArrays } from 'diff';
import type { StandingPassage } from './difference.ts';

/** A stretch of both versions: the same paragraphs, or those that one of them has alone. */
export type Hunk =
  | {
      readonly kind: 'same';
      readonly pairs: readonly (readonly [StandingPassage, StandingPassage])[];
    }
  | {
      readonly kind: 'other';
      readonly before: readonly StandingPassage[];
      readonly after: readonly StandingPassage[];
    };

/** Paragraphs that differ, from which on their order tells nothing: the work grows with their square. */
const MOST_EDITS = 3000;

export function hunksOf(
  old: readonly StandingPassage[],
  fresh: readonly StandingPassage[],
): Hunk[] {
  const edits = diffArrays(old.map(keyOf), fresh.map(keyOf), { maxEditLength: MOST_EDITS });
  // What was written anew is told by which paragraphs are alike, wherever they stand.
  if (edits === undefined) return [{ kind: 'other', before: old, after: fresh }];
  const hunks: Hunk[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of edits) {
    const before = added ? [] : old.slice(from, from + count);
    const after = removed ? [] : fresh.slice(to, to + count);
    [from, to] = [from + before.length, to + after.length];
    const last = hunks.at(-1);
    if (!added && !removed) {
      const pairs = before.map((one, at) => [one, after[at] as StandingPassage] as const);
      hunks.push({ kind: 'same', pairs });
    } else if (last?.kind === 'other') {
      const joined = { before: [...last.before, ...before], after: [...last.after, ...after] };
      hunks[hunks.length - 1] = { kind: 'other', ...joined };
    } else hunks.push({ kind: 'other', before, after });
  }
  return hunks;
}

/** What two paragraphs are compared by. */
export function keyOf({ text }: StandingPassage): string {
  return text.replace(/\s/gu, '');
}
