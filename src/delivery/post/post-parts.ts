import type { Clock } from '../../clock.ts';
import type { Outbox, Outcome, Outgoing } from '../outbox.ts';
import type { Bell } from './bell.ts';
import type { Pace } from './pace.ts';

/** What became of an attempt, and how many milliseconds nothing is to be sent after it. */
export interface Attempt {
  readonly outcome: Outcome;
  readonly holdMs: number;
}

/** What the post needs of a log; neither texts nor names go into it. */
export interface PostLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface PostParts {
  readonly outbox: Outbox;
  readonly channel: string;
  /** Names this run of the post; no other has ever had or will have the same name. */
  readonly holder: string;
  /** @throws LeaseLost where it was not sent, since another process may speak now */
  send(message: Outgoing): Promise<Attempt>;
  readonly pace: Pace;
  readonly clock: Clock;
  /** Monotonic milliseconds. */
  now(): number;
  /** Ends early when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Aborted when nothing new is to be sent. */
  readonly signal: AbortSignal;
  /** Aborted when even what is on its way must end. */
  readonly cutOff: AbortSignal;
  /** @throws LeaseLost where another process may speak now */
  check(): void;
  /** Between two looks where there was nothing to send, and between two tries with the records. */
  readonly lookMs: number;
  readonly retryMs: number;
  /** Tells of new messages before the next look; null where nothing does. */
  readonly bell: Bell | null;
  readonly log: PostLog;
}
