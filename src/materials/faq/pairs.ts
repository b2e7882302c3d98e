import type { AnswerKind, WrittenPair } from '../../corpus/faq.ts';
import type { GoldenQuestion } from '../../corpus/golden.ts';
import type { Actor } from '../material.ts';

/** A quote as a pair names it: the exact text at the place of a material. */
export interface PairQuote {
  readonly material: string;
  readonly place: string;
  readonly text: string;
}

/** What answers a question: a sentence that says nothing beyond its quotes. */
export interface PairAnswer {
  readonly answer: string;
  readonly kind: AnswerKind;
  /** At least one. */
  readonly quotes: readonly PairQuote[];
}

/** A pair of `faq.yaml` with who answers for it. */
export interface ApprovedPair extends PairAnswer {
  readonly id: string;
  /** The first is shown to people; the others are wordings that lead to it. */
  readonly questions: readonly string[];
  readonly answeredBy: string;
  readonly approvedBy: string;
  /** `YYYY-MM-DD` */
  readonly approvedAt: string;
}

/** A pair of the file as somebody wrote it. */
export interface StandingPair {
  readonly pair: WrittenPair;
  /** Why it has no basis in the texts in force today, in words for people; null where it has. */
  readonly problem: string | null;
}

export type Written =
  | { readonly kind: 'done' }
  /** Nothing was changed; why, in words for people. */
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * The files beside the manifest that admins may change: question-answer pairs and golden questions. Like
 * the shelf: one rename under the lock of the folder, comments and order of the file kept.
 *
 * @throws UserFacingError from any method where the folder cannot be read or written
 */
export interface Companions {
  /** Ids of the pairs in the file, whether their quotes stand or not. */
  pairs(): Promise<readonly string[]>;
  /** All pairs in the file, in its order, with whether their quotes stand today. */
  standing(): Promise<readonly StandingPair[]>;
  /** Adds a pair, or puts it in place of the one of its id; refused where a quote stands in no text in force. */
  keepPair(pair: ApprovedPair): Promise<Written>;
  dropPair(id: string): Promise<Written>;
  /** Why an answer cannot become a pair now, in words for people; null where it can. */
  against(answer: PairAnswer): Promise<string | null>;
  golden(): Promise<readonly GoldenQuestion[]>;
  /** Adds a golden question, or puts it in place of the one of its id. */
  keepGolden(question: GoldenQuestion, by: Actor): Promise<Written>;
  dropGolden(id: string, by: Actor): Promise<Written>;
}
