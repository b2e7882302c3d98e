/** Chance that is the same in every run with the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  oneOf<Choice>(choices: readonly Choice[]): Choice;
}

/** A linear congruential generator (Numerical Recipes). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    oneOf: <Choice>(choices: readonly Choice[]) =>
      choices[Math.floor(next() * choices.length)] as Choice,
  };
}
