/** Words or places with their weights. */
export type Weights = ReadonlyMap<string, number>;

/** Dice's coefficient over weighted words: 2 · shared / (one + other). */
export function dice(one: Weights, other: Weights): number {
  let shared = 0;
  for (const [word, weight] of one) if (other.has(word)) shared += weight;
  return shared === 0 ? 0 : (2 * shared) / (sumOf(one) + sumOf(other));
}

/** Cosine of two weighings. */
export function cosine(one: Weights, other: Weights): number {
  let shared = 0;
  for (const [word, weight] of one) shared += weight * (other.get(word) ?? 0);
  return shared === 0 ? 0 : shared / (lengthOf(one) * lengthOf(other));
}

export function sumOf(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}

function lengthOf(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
