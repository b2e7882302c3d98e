import type { DeliveryChange } from '../../delivery/store.ts';
import type { PairAnswer } from '../faq/pairs.ts';
import type { Actor } from '../material.ts';
import type { GivenAnswer } from '../recall/given-answer.ts';
import type { Asked, Cause, Near, Topic, TopicState, Wording } from './topic.ts';

/** A step of a topic, taken on the revision that was looked at. */
interface OnTopic {
  readonly topic: string;
  readonly revision: number;
  /** ISO instant. */
  readonly at: string;
}

/**
 * A change that is kept in one transaction with what leads to it. One whose topic has another revision
 * by then throws a UserFacingError that says so, and nothing of the message is kept.
 */
export type LedgerChange =
  | { readonly kind: 'ask-ledger'; readonly asked: Asked }
  /**
   * Takes a person out of what they asked in these words; what nobody else asked goes, unless an answer
   * to it is under way. Null for whoever is no person of the records, and has asked once less then.
   */
  | {
      readonly kind: 'unask';
      readonly person: string | null;
      readonly text: string;
      readonly cause: Cause;
    }
  /** The same for all that a person asked. */
  | { readonly kind: 'forget-asked'; readonly person: string }
  | (OnTopic & { readonly kind: 'assign-topic'; readonly assignee: string | null })
  | (OnTopic & {
      readonly kind: 'submit-answer';
      readonly answer: PairAnswer;
      readonly by: Actor;
    })
  | (OnTopic & { readonly kind: 'return-answer'; readonly by: Actor; readonly reason: string })
  | (OnTopic & { readonly kind: 'approve-answer'; readonly by: Actor; readonly pair: string })
  | (OnTopic & { readonly kind: 'set-topic-aside'; readonly by: Actor; readonly reason: string })
  /** Back to where it can be answered: set aside by mistake, or its basis has ended. */
  | (OnTopic & {
      readonly kind: 'reopen-topic';
      readonly by: Actor | null;
      readonly reason: string;
    })
  /** A wording that does not belong becomes a topic of its own, with this id. */
  | (OnTopic & { readonly kind: 'split-wording'; readonly wording: string; readonly into: string })
  | (OnTopic & { readonly kind: 'merge-topic'; readonly into: string });

export interface TopicFilter {
  readonly states: readonly TopicState[];
  /** Only what is assigned to this person; null for all. */
  readonly assignee: string | null;
  readonly from: number;
  readonly limit: number;
}

/** Where a wording belongs: a topic that is there, or a new one of this id. */
export interface Placement {
  readonly wording: string;
  readonly topic: string;
}

/** What a person asked of the ledger, for themselves. */
export interface OwnAsked {
  readonly text: string;
  /** ISO instant. */
  readonly at: string;
  readonly state: TopicState;
}

/** A wording that speaks for a topic. */
export interface Exemplar {
  readonly topic: string;
  readonly state: TopicState;
  readonly text: string;
  readonly near: Near | null;
}

/** An answered topic and its pair. */
export interface AnsweredTopic {
  readonly topic: string;
  readonly pair: string;
  readonly revision: number;
}

/** Who is to be told that a topic is answered. */
export interface ToTell {
  readonly topic: string;
  readonly pair: string;
  /** In the asker's wording. */
  readonly asked: readonly { readonly person: string; readonly text: string }[];
}

/** Numbers for those who keep the ledger. */
export interface LedgerTotals {
  readonly states: Readonly<Record<TopicState, number>>;
  /** Topics not answered yet whose askers are at least five, those of most people first. */
  readonly large: readonly { readonly question: string; readonly people: number }[];
}

/**
 * The unanswered ledger. Who asked is kept to tell them, and leaves it in `toTell` and `ownAsked` alone.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface LedgerStore {
  /** Those of most people first, then the latest asked; how many there are in all. */
  topics(
    filter: TopicFilter,
  ): Promise<{ readonly topics: readonly Topic[]; readonly total: number }>;
  topic(id: string): Promise<Topic | null>;
  /** The most asked first. */
  wordings(topic: string, from: number, limit: number): Promise<readonly Wording[]>;
  /** Wordings that no topic has yet, the oldest first. */
  unplaced(limit: number): Promise<readonly Wording[]>;
  /** Wordings that speak for the topics, a few of each, for those who place others. */
  exemplars(): Promise<readonly Exemplar[]>;
  /** One that has a topic by then stays where it is. */
  place(placements: readonly Placement[], at: string): Promise<void>;
  /** Whether a question would be taken now, or its person has brought as many as one may in a day. */
  takes(asked: Pick<Asked, 'person' | 'text' | 'cause' | 'at'>): Promise<boolean>;
  ownAsked(person: string): Promise<readonly OwnAsked[]>;
  answered(): Promise<readonly AnsweredTopic[]>;
  /** @param after the topic that came last before these; null from the beginning */
  toTell(limit: number, after: string | null): Promise<readonly ToTell[]>;
  /**
   * Writes down that people were told, in one transaction with the messages and what these cite: it is
   * not known any more that they asked. Whoever was told meanwhile gets none, nor anybody where the topic is not answered
   * any more.
   */
  tell(
    topic: string,
    people: readonly string[],
    messages: readonly DeliveryChange[],
    given: readonly GivenAnswer[],
  ): Promise<void>;
  totals(): Promise<LedgerTotals>;
  /**
   * Forgets who asked what was answered or set aside long ago. Nothing that a clock which has just been
   * set forward by years makes old.
   */
  forget(now: Date): Promise<void>;
  change(changes: readonly LedgerChange[]): Promise<void>;
}
