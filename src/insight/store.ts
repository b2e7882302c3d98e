import type { Tallied } from './tally.ts';

/** Totals of some days. */
export interface Totals {
  /** Questions by day and outcome, the earliest first. */
  readonly outcomes: readonly {
    readonly day: string;
    readonly name: string;
    readonly number: number;
  }[];
  /** Of all the days together. */
  readonly others: readonly {
    readonly of: Exclude<Tallied, 'outcome'>;
    readonly name: string;
    readonly number: number;
  }[];
}

/** How messages of all kinds fared, and what people want of study reminders. */
export interface MessageTotals {
  readonly sent: number;
  readonly uncertain: number;
  /** By reason, as deliveries name them. */
  readonly failed: readonly { readonly reason: string; readonly count: number }[];
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
  /** Not at an end yet, from whenever they are. */
  readonly waiting: number;
  /** Of these, how many are on their way for more than an hour after their time. */
  readonly late: number;
  /** People who opted into study reminders, as it is now: paused after three that went unheeded, and others. */
  readonly wishes: { readonly going: number; readonly ignored: number };
}

/**
 * Totals as they are kept, small numbers included: what is told of them is for `tell.ts`.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface InsightStore {
  /** @param from first and last day, `YYYY-MM-DD` */
  totals(from: string, to: string): Promise<Totals>;
  /** The first day of which there are totals; null where there are none. */
  firstDay(): Promise<string | null>;
  /** On which day each of these was last cited; one that never was is missing. */
  lastCited(materials: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Of messages that came to their end from an instant until now, and of those that have not. */
  messages(from: Date, now: Date): Promise<MessageTotals>;
}
