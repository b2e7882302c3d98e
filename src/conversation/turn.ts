import type { Verdict } from './deeds/talk.ts';
import type { Block } from './reply.ts';

/** A message and its reply, as they went into the history. */
export interface Turn {
  readonly id: string;
  /** The channel's id of the message that it answers. */
  readonly message: string;
  /** What the person said, as words; for a button, its label or question. */
  readonly said: string;
  readonly blocks: readonly Block[];
  /** ISO instant. */
  readonly at: string;
  readonly verdict: Verdict | null;
  /** The seminar in which it was said, with whose end it is wiped; left out elsewhere. */
  readonly session?: string;
}

export interface History {
  /** The oldest first. */
  readonly turns: readonly Turn[];
  /** There are older ones. */
  readonly hasMore: boolean;
}
