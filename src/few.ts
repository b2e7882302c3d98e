/** The smallest number that is told: fewer people, or fewer deeds of people, may be recognised. */
export const FEWEST = 5;

/** Whether a count is of so few people that it is not told; none at all may be told. */
export function isFew(count: number): boolean {
  return count > 0 && count < FEWEST;
}

/**
 * Which of the counts are hidden where their sum is known: those of 1 to 4, and the next smallest
 * while subtraction would give them away, that is while one alone is hidden or all hidden ones are
 * fewer than five people. Three and more that are all 1 or all 4 would be told by their sum to
 * whoever knows that they are small; one more is hidden then.
 */
export function hideCounts(counts: readonly number[]): readonly boolean[] {
  const hidden = counts.map(isFew);
  while (isTold(counts, hidden)) {
    const next = smallestOpen(counts, hidden);
    if (next === null) {
      // Nothing but zeros is left to stand beside them.
      return counts.map(() => true);
    }
    hidden[next] = true;
  }
  return hidden;
}

function isTold(counts: readonly number[], hidden: readonly boolean[]): boolean {
  const behind = counts.filter((_, at) => hidden[at]);
  if (behind.length === 0) return false;
  const sum = behind.reduce((total, one) => total + one, 0);
  if (behind.length === 1 || sum < FEWEST) return true;
  const areAlike = behind.every((one) => one === 1) || behind.every((one) => one === FEWEST - 1);
  return behind.length > 2 && areAlike;
}

function smallestOpen(counts: readonly number[], hidden: readonly boolean[]): number | null {
  let found: number | null = null;
  counts.forEach((count, at) => {
    if (hidden[at] || count === 0) return;
    if (found === null || count < (counts[found] as number)) found = at;
  });
  return found;
}
