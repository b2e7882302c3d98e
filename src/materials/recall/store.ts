import type { DeliveryChange } from '../../delivery/store.ts';
import type { Cite, GivenAnswer } from './given-answer.ts';

/** A change that is kept in one transaction with what leads to it. */
export type GivenAnswerChange = { readonly kind: 'give-answer'; readonly answer: GivenAnswer };

/** A cite as it went out, however many got it. */
export interface GivenCite extends Cite {
  /** Names it for `tell`. */
  readonly id: string;
}

/** Who got a cite, and when they last did. */
export interface Recipient {
  readonly cite: string;
  /** Null for those who are no person of the records, taken together. */
  readonly person: string | null;
  /** ISO instant. */
  readonly at: string;
}

/**
 * What was cited, and to whom.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface GivenAnswerStore {
  /** Cites of these versions of which nobody was told yet that they have changed, each once. */
  cites(material: string, versions: readonly number[]): Promise<readonly GivenCite[]>;
  /** Materials and versions of which there are such cites. */
  citedVersions(): Promise<readonly { readonly material: string; readonly version: number }[]>;
  recipients(cites: readonly string[]): Promise<readonly Recipient[]>;
  /** Writes down that those who got these cites are told of it, in one transaction with the messages. */
  tell(cites: readonly string[], messages: readonly DeliveryChange[]): Promise<void>;
  /** Forgets answers given before an instant. */
  forget(before: Date): Promise<void>;
  change(changes: readonly GivenAnswerChange[]): Promise<void>;
}
