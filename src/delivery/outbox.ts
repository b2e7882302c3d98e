import type { FailureReason } from './delivery.ts';

/** A message that is ready for its channel. */
export interface Outgoing {
  readonly id: string;
  /** The channel's key of the account that it goes to. */
  readonly key: string;
  readonly text: string;
  /** Labels; a tap on one names the delivery and the button's position. */
  readonly buttons: readonly string[];
}

/** What became of a message that was on its way. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** `blocked` marks the account as shut. */
  | { readonly kind: 'failed'; readonly reason: Exclude<FailureReason, 'no-channel'> }
  /** The answer was lost: it may have arrived. */
  | { readonly kind: 'uncertain' }
  /** It was surely not sent: ready once more. */
  | { readonly kind: 'again' };

/**
 * What a channel that pushes takes its messages from. Only the process that holds the channel's lease
 * may use it.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface Outbox {
  /** Those that are ready, in the order in which they are to go; urgent ones first. */
  ready(channel: string, limit: number): Promise<readonly Outgoing[]>;
  /**
   * Writes down that messages are on their way.
   *
   * @returns those that may now be sent; others were stopped or taken meanwhile, or came to their last
   *   moment, or their account is not the person's any more: these are decided on anew
   */
  begin(ids: readonly string[], holder: string, now: Date): Promise<ReadonlySet<string>>;
  /** Writes down what became of them, in one transaction. */
  settle(
    results: readonly { readonly id: string; readonly outcome: Outcome }[],
    holder: string,
    now: Date,
  ): Promise<void>;
  /**
   * What others left on its way is uncertain from now on.
   *
   * @returns how many
   */
  giveUp(channel: string, holder: string, now: Date): Promise<number>;
  /** An account that had turned out to be shut speaks again. */
  reopen(channel: string, key: string): Promise<void>;
}
