import type { Outcome } from '../../answering/answer.ts';

/**
 * How a golden question fares with an index. `no-basis`: all materials that it names have ended or are
 * not there; it wants to be edited, and says nothing of the index.
 */
export type GoldenState = 'holds' | 'fails' | 'no-basis';

/** What an index answers to a golden question. */
export interface Judgement {
  readonly id: string;
  readonly question: string;
  readonly state: GoldenState;
  /** What is not as wanted, in words for people; null where it holds. */
  readonly problem: string | null;
  readonly outcome: Outcome;
  /** The quote that comes first; null where there is none. */
  readonly first: { readonly title: string; readonly place: string; readonly text: string } | null;
}

export interface Difference {
  readonly before: Judgement;
  readonly after: Judgement;
}

/** What a new index does to the golden questions, beside the one that serves. */
export interface GateFindings {
  /** How many were asked. */
  readonly asked: number;
  /** Held before and do not now: these stop a release. */
  readonly worse: readonly Difference[];
  readonly better: readonly Difference[];
  /** Hold both times, by other words or from elsewhere. */
  readonly changed: readonly Difference[];
  /** Failed before and fail now. */
  readonly failing: readonly Judgement[];
  readonly withoutBasis: readonly Judgement[];
  /** Why nothing could be compared, in words for people, such as a file that cannot be read; else null. */
  readonly problem: string | null;
}
