import type { Weights } from './weights.ts';

/** A word that more than this share of the exemplars hold tells none of them from the others. */
const TOO_COMMON = 1 / 16;
const FEW = 64;

/** Exemplars by the words that they hold, to find those that share any without looking at all. */
export class Postings {
  readonly #holders = new Map<string, number[]>();
  /** Shared weight by exemplar, and which are not 0: cleared after each use. */
  #shared = new Float64Array(FEW);
  readonly #touched: number[] = [];
  #exemplars = 0;

  add(exemplar: number, words: Iterable<string>): void {
    for (const word of words) {
      const holders = this.#holders.get(word);
      if (holders === undefined) this.#holders.set(word, [exemplar]);
      else holders.push(exemplar);
    }
    this.#exemplars = exemplar + 1;
    if (exemplar < this.#shared.length) return;
    const grown = new Float64Array(2 * exemplar + 1);
    grown.set(this.#shared);
    this.#shared = grown;
  }

  /**
   * Visits the exemplars that share words of some weight; those that share nothing but common words are left
   * out.
   *
   * @param visit is given the most that both can share
   */
  eachSharing(weights: Weights, visit: (exemplar: number, atMost: number) => void): void {
    const most = Math.max(FEW, this.#exemplars * TOO_COMMON);
    let common = 0;
    for (const [word, weight] of weights) {
      const holders = this.#holders.get(word) ?? [];
      if (holders.length > most) common += weight;
      else if (weight > 0) this.#share(holders, weight);
    }
    for (const exemplar of this.#touched) {
      visit(exemplar, common + (this.#shared[exemplar] as number));
      this.#shared[exemplar] = 0;
    }
    this.#touched.length = 0;
  }

  #share(holders: readonly number[], weight: number): void {
    for (const exemplar of holders) {
      if (this.#shared[exemplar] === 0) this.#touched.push(exemplar);
      this.#shared[exemplar] = (this.#shared[exemplar] as number) + weight;
    }
  }
}
