import type { Step } from './reply/step.ts';

/** An update as it was received: its number, and all of it as JSON. */
export interface ReceivedUpdate {
  readonly id: number;
  readonly body: string;
}

/** What is to be sent for an update, in order. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Data of a button that shows the same reply once more; null where nothing can. */
  readonly again: string | null;
}

/** How far the reply to an update has come. */
export interface Progress {
  /** Null until the reply has been made. */
  readonly plan: Plan | null;
  /** Steps that are over and done with. */
  readonly sent: number;
  /**
   * What comes next was on its way when this was written, and may have arrived: a step, or while
   * there is no plan the message that is to show the beginning of the reply.
   */
  readonly isSending: boolean;
  /** The message that shows the beginning of the reply, for its first step to replace. */
  readonly interim: number | null;
}

/**
 * The inbox of a bot: every update is written down before Telegram is told that it has arrived,
 * and its text is wiped once it is answered.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface InboxStore {
  /** Writes updates down; gives back those that were never seen before, in their order. */
  accept(bot: number, updates: readonly ReceivedUpdate[], now: Date): Promise<ReceivedUpdate[]>;
  /** What is not yet done, in order. */
  pending(bot: number): Promise<ReceivedUpdate[]>;
  /** Null where the update is done or unknown. */
  progress(bot: number, update: number): Promise<Progress | null>;
  save(bot: number, update: number, progress: Progress): Promise<void>;
  /** @param isTakenBack nothing of what was sent may be left on the disk either */
  finish(bot: number, update: number, now: Date, isTakenBack?: boolean): Promise<void>;
}
