import type { TokenMeter } from './model.ts';

/** A meter that tells what has gone through it. */
export interface CountingMeter extends TokenMeter {
  /** Tokens so far. */
  spent(): number;
}

/** @param budget tokens, in and out together; may be infinite */
export function openMeter(budget: number): CountingMeter {
  let spent = 0;
  return {
    left: () => Math.max(0, budget - spent),
    spend: (tokens) => {
      spent += tokens;
    },
    spent: () => spent,
  };
}
