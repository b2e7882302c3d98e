import type { FailureReason, SkipReason } from './delivery.ts';

/** What became of the messages of a mailing, or of all occurrences of a reminder. */
export interface DeliveryReport {
  /** Not at an end yet. */
  readonly waiting: number;
  readonly sent: number;
  readonly failed: readonly { readonly reason: FailureReason; readonly count: number }[];
  readonly uncertain: number;
  readonly skipped: number;
  /** Those of five or more alone: fewer would tell who learned, or who stopped. */
  readonly skippedBy: readonly { readonly reason: SkipReason; readonly count: number }[];
  /** How many of those sent were opened by a tap. */
  readonly opened: number;
}

/** Someone whom a message did not reach, or perhaps not. */
export interface Unreached {
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  readonly state: 'failed' | 'uncertain';
  readonly reason: FailureReason | null;
}
