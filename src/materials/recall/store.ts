import type { DeliveryChange } from '../../delivery/store.ts';
import type { Cite, GivenAnswer } from './given-answer.ts';

/** A change that is kept in one transaction with what leads to it. */
export type GivenAnswerChange =
  | { readonly kind: 'give-answer'; readonly answer: GivenAnswer }
  /** Forgets what answers to a person cited. */
  | { readonly kind: 'forget-given'; readonly person: string };

/** A cite as it went out, however many got it. */
export interface GivenCite extends Cite {
  /** Names it in the store. */
  readonly id: string;
}

/** Cites of one version that were compared with the same text last. */
export interface ComparedCites {
  readonly material: string;
  readonly version: number;
  /** Mark of what they were compared with; null where some have not been since they were given. */
  readonly compared: string | null;
}

/** Who got a cite and was not told yet that it has changed, and when they last got it. */
export interface Recipient {
  readonly cite: string;
  /** Null for those who are no person of the records, taken together. */
  readonly person: string | null;
  /** ISO instant. */
  readonly at: string;
}

/** Who is told of which cites. */
export interface Telling {
  readonly cites: readonly string[];
  /** Null for those who are no person of the records, whom nobody can tell. */
  readonly people: readonly (string | null)[];
  /** ISO instant. */
  readonly at: string;
}

/** A cite that one person got. */
export interface KeptCite extends Pick<Cite, 'material' | 'version' | 'place' | 'text'> {
  readonly answer: string;
  /** ISO instants: when it was given, and when the person was told that it has changed; null before. */
  readonly at: string;
  readonly recalledAt: string | null;
}

/** Counted over the answers since some day. */
export interface GivenTotals {
  /** Answers that cited the material. */
  readonly answers: number;
  /** People who were told that it has changed. */
  readonly told: number;
  /** Answers that have changed and whose recipients were not signed in. */
  readonly notSignedIn: number;
}

/**
 * What was cited, and to whom.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface GivenAnswerStore {
  /** All that was cited, by what it was compared with. */
  compared(): Promise<readonly ComparedCites[]>;
  /** Cites of a version that were not compared with this yet, or were given to others since. */
  cites(material: string, version: number, mark: string): Promise<readonly GivenCite[]>;
  /** Writes down that cites stand in what they were compared with. */
  stand(cites: readonly string[], mark: string): Promise<void>;
  /** Writes down that cites do not stand in it, once everyone was told. */
  fall(cites: readonly string[], mark: string, at: string): Promise<void>;
  recipients(cites: readonly string[]): Promise<readonly Recipient[]>;
  /**
   * Writes down that people are told of cites, in one transaction with their messages. Whoever was told
   * of all of them meanwhile gets none.
   */
  tell(telling: Telling, messages: readonly DeliveryChange[]): Promise<void>;
  /** What answers to a person cited, the latest first. */
  citedTo(person: string): Promise<readonly KeptCite[]>;
  /** @param since ISO instant */
  totals(material: string, since: string): Promise<GivenTotals>;
  /**
   * Forgets answers that were given more days ago. Nothing that a clock which has just been set forward
   * by years makes old.
   */
  forget(now: Date, days: number): Promise<void>;
  change(changes: readonly GivenAnswerChange[]): Promise<void>;
}
