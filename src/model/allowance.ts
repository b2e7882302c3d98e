import { messageOf } from '../errors.ts';
import type { ModelLog } from './log.ts';
import type { TokenMeter } from './model.ts';
import { openMeter } from './token-meter.ts';

/** Tokens used by a person on a day; nothing of what they were used for. */
export interface ModelUseStore {
  spent(who: string, day: string): Promise<number>;
  /** Adds to what was spent, and forgets earlier days. */
  add(who: string, day: string, tokens: number): Promise<void>;
}

/** What an answer and a person's day may cost, in tokens in and out together. */
export interface TokenLimits {
  readonly tokensPerAnswer: number;
  /** 0 for no limit. */
  readonly tokensPerDay: number;
}

/** The meter of one answer. */
export interface Allowance extends TokenMeter {
  /** Writes down what was spent; where that fails it is logged, since the answer has been shown. */
  keep(): Promise<void>;
}

export interface AllowanceParts extends TokenLimits {
  readonly store: ModelUseStore;
  readonly log: ModelLog;
}

/**
 * Opens the meter of one answer.
 *
 * @param day `YYYY-MM-DD`
 * @returns null where the person has used up the day's tokens
 */
export async function openAllowance(
  { store, log, tokensPerAnswer, tokensPerDay }: AllowanceParts,
  who: string,
  day: string,
): Promise<Allowance | null> {
  const ofDay = tokensPerDay === 0 ? Number.POSITIVE_INFINITY : tokensPerDay;
  const budget = Math.min(tokensPerAnswer, ofDay - (await store.spent(who, day)));
  if (budget <= 0) return null;
  const { left, spend, spent } = openMeter(budget);
  const keep = async () => {
    if (spent() === 0) return;
    await store.add(who, day, spent()).catch((error: unknown) => {
      log.warn({ tokens: spent(), reason: messageOf(error) }, 'Used tokens were not written down');
    });
  };
  return { left, spend, keep };
}
