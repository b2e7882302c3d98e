import type { PairAnswer } from '../faq/pairs.ts';
import type { Actor } from '../material.ts';
import type { Cause } from './cause.ts';

export { CAUSES, type Cause } from './cause.ts';

/**
 * `open`: nobody has it; `assigned`; `submitted`: answered, and waits for a second person; `answered`:
 * approved, and a pair of `faq.yaml`; `set-aside`: 非培训政策, not to be answered.
 */
export const TOPIC_STATES = ['open', 'assigned', 'submitted', 'answered', 'set-aside'] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

/** The place that was shown first. */
export interface Near {
  readonly material: string;
  readonly title: string;
  readonly place: string;
}

/** A question as it is asked of the ledger. */
export interface Asked {
  /** Without names and numbers of people. */
  readonly text: string;
  readonly cause: Cause;
  readonly near: Near | null;
  /** Null for whoever is no person of the records. */
  readonly person: string | null;
  /** ISO instant. */
  readonly at: string;
}

/** One wording, however many asked in it; what was answered and no help is another one, in the same words. */
export interface Wording {
  readonly id: string;
  /** Null until it was put into a topic. */
  readonly topic: string | null;
  readonly text: string;
  readonly cause: Cause;
  readonly near: Near | null;
  /** Who asked in it, a stranger each time. */
  readonly times: number;
  /** People of the records who asked in it and were not told yet. */
  readonly people: number;
  /** ISO instants, to the hour. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Questions of one meaning: 待答问题. Nothing in it tells who asked. */
export interface Topic {
  readonly id: string;
  readonly state: TopicState;
  /** The wording that speaks for all. */
  readonly question: string;
  readonly near: Near | null;
  readonly wordings: number;
  readonly times: number;
  /** Different people of the records over all wordings; no more than there were. */
  readonly people: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** Id of the person who is to answer; null where nobody is. */
  readonly assignee: string | null;
  /** As last submitted; null where it never was. */
  readonly answer: PairAnswer | null;
  readonly answeredBy: Actor | null;
  /** Who approved, gave back or set aside, and why; null where nobody has. */
  readonly decidedBy: Actor | null;
  readonly reason: string | null;
  /** The pair of `faq.yaml`; null unless `answered`. */
  readonly pair: string | null;
  /** Raised with every change: a change names the one that was looked at. */
  readonly revision: number;
}
