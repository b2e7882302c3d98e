import type { DeliveryChange } from '../delivery/store.ts';
import type { Suggestion, SuggestionState, SuggestionStep } from './suggestion.ts';

/** A message whose receivers its sender does not know. */
export type Unaddressed = Omit<Extract<DeliveryChange, { kind: 'add-mailing' }>, 'deliveries'> & {
  readonly delivery: { readonly text: string; readonly notBefore: string };
  newId(): string;
};

/** A change that is kept in one transaction with the reply that tells of it. */
export type SuggestionChange =
  /**
   * A step, taken on the revision that was looked at. Where it has another by then, or the step cannot be
   * taken, a UserFacingError says so and nothing of the message is kept.
   *
   * `telling` goes to those who asked to be told; null where nobody is to be told.
   */
  | {
      readonly kind: 'take-suggestion-step';
      readonly suggestion: string;
      readonly revision: number;
      readonly step: SuggestionStep;
      readonly telling: Unaddressed | null;
    }
  /** Whoever has its code asks to be told of the answer. */
  | {
      readonly kind: 'wish-suggestion-answer';
      readonly suggestion: string;
      readonly person: string;
    }
  /** Forgets which ones a person has sent: those that are answered, or all of them. */
  | {
      readonly kind: 'drop-suggestion-wishes';
      readonly person: string;
      readonly of: 'answered' | 'all';
    };

export interface SuggestionFilter {
  readonly states: readonly SuggestionState[];
  readonly from: number;
  readonly limit: number;
}

/**
 * 意见建议 and what became of them. Who sent one is known only where they asked to be told, until they
 * have read the answer; it leaves the store in `wishedBy` alone, to that person.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface SuggestionStore {
  /** In the order of the states that are asked for, each the oldest first; how many there are in all. */
  list(
    filter: SuggestionFilter,
  ): Promise<{ readonly suggestions: readonly Suggestion[]; readonly total: number }>;
  suggestion(id: string): Promise<Suggestion | null>;
  byCode(codeHash: string): Promise<Suggestion | null>;
  /** Those that a person asked to be told of. */
  wishedBy(person: string): Promise<readonly Suggestion[]>;
  totals(): Promise<Readonly<Record<SuggestionState, number>>>;
  change(changes: readonly SuggestionChange[]): Promise<void>;
}
