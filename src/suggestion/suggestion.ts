/** Where a 意见建议 stands. */
export const SUGGESTION_STATES = ['open', 'in-hand', 'answered', 'declined'] as const;

export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export const STATE_NAMES: Readonly<Record<SuggestionState, string>> = {
  open: '待办',
  'in-hand': '办理中',
  answered: '已答复',
  declined: '不予采纳',
};

/** Whoever deals with one, by the name that they had then. */
export interface Handler {
  readonly person: string;
  readonly name: string;
}

/** What was done with one. Steps are added and never changed. */
export interface SuggestionStep {
  readonly did: 'take' | 'answer' | 'decline' | 'reopen';
  readonly by: Handler;
  /** ISO instant. */
  readonly at: string;
  /** Of an answer, and of why it is not taken up; null of other steps. */
  readonly words: string | null;
}

/**
 * As those who answer see it. Nothing here says who wrote it, or when: a day tells how long it waits, and
 * no instant can be held against those of a dialogue.
 */
export interface Suggestion {
  /** Random: says nothing of what came before or after. */
  readonly id: string;
  /** As it was written; nobody changes it. */
  readonly text: string;
  /** `YYYY-MM-DD` on which it came in. */
  readonly day: string;
  readonly state: SuggestionState;
  /** Grows with each step. */
  readonly revision: number;
  readonly steps: readonly SuggestionStep[];
}

/** One that comes in. */
export interface NewSuggestion extends Pick<Suggestion, 'id' | 'text' | 'day'> {
  /** Of the code that opens it; the code itself is kept nowhere. */
  readonly codeHash: string;
  /** The person who asked to be told of the answer; null where nobody is to be known. */
  readonly wisher: string | null;
}

/** What its sender reads of it, the latest first. */
export function answersOf({ steps }: Pick<Suggestion, 'steps'>): readonly SuggestionStep[] {
  return steps.filter(({ words }) => words !== null).toReversed();
}
