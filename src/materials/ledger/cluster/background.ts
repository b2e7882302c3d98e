export type Vector = readonly number[];

/** Vectors that stand for any question. */
const SAMPLED = 64;

/**
 * Similarity of two vectors by what is usual between questions of the house: 1 for the same direction, 0 for
 * what two questions of no relation have. Models differ in that, from 0.1 to 0.8.
 */
export class Background {
  readonly #sample: Vector[] = [];

  add(vector: Vector): void {
    if (this.#sample.length < SAMPLED) this.#sample.push(unit(vector));
  }

  /** The usual similarity of a vector to others. */
  usual(vector: Vector): number {
    const own = unit(vector);
    const others = this.#sample.map((other) => product(own, other)).sort((a, b) => a - b);
    // The middle one, so that neighbours in meaning do not raise it.
    return others[others.length >> 1] ?? 0;
  }
}

export function above(usual: number, one: Vector, other: Vector): number {
  const similarity = product(unit(one), unit(other));
  return usual >= 1 ? 0 : Math.max(0, (similarity - usual) / (1 - usual));
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector);
  return length === 0 || Math.abs(length - 1) < 1e-6
    ? vector
    : vector.map((value) => value / length);
}

function product(one: Vector, other: Vector): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
