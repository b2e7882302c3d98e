import { pause } from '../../../lease.ts';

/** The time by which messages are sent that nobody waits for; tests have it run faster. */
export interface PostTimes {
  /** Monotonic milliseconds, so that a clock that is set changes nothing. */
  now(): number;
  /** Ends early when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds between two looks for new ones. */
  readonly lookMs: number;
}

export const POST_TIMES: PostTimes = { now: () => performance.now(), wait: pause, lookMs: 1000 };
