import { LeaseLost, pause } from '../../lease.ts';
import { type Link, waitAfter } from './link.ts';
import { failureOf } from './sending/failure.ts';

export interface UntilDoneParts {
  readonly link: Link;
  /** Aborted when the work is over. */
  readonly signal: AbortSignal;
  readonly retryMs: number;
}

/** Tries a call until it succeeds or the work is over. */
export async function untilDone(
  call: (signal: AbortSignal) => Promise<unknown>,
  { link, signal, retryMs }: UntilDoneParts,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await call(signal);
      link.up();
      return;
    } catch (error) {
      if (signal.aborted || error instanceof LeaseLost) return;
      const failure = failureOf(error);
      link.down(failure);
      await pause(waitAfter(failure, retryMs), signal);
    }
  }
}
