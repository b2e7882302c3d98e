import type { ModelConfig } from '../../config.ts';

/** How patient and how careful calls of an endpoint are. Times are in milliseconds. */
export interface Care {
  /** Tries after the first one. */
  readonly retries: number;
  /** About what is waited before the first retry; each further wait is about twice as long. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** What a call may take, from waiting for its turn to the last byte. */
  readonly patienceMs: number;
  /** What an endpoint may take before it begins to answer. */
  readonly firstByteMs: number;
  /** What may pass between two pieces of an answer. */
  readonly silenceMs: number;
  /** Bytes of an answer. */
  readonly largestBody: number;
  /** Calls under way at the same time. */
  readonly concurrency: number;
  /** Calls that wait for their turn. */
  readonly mostWaiting: number;
  /** Failed calls in a row after which the endpoint is left alone. */
  readonly failuresToRest: number;
  /** How long it is left alone before one call tries again. */
  readonly restMs: number;
}

/**
 * Retries as the openai client does them: two, after half a second and a second. The largest body
 * that makes sense is a batch of ten vectors of 4,096 numbers in text, under one MiB, or an answer
 * of some thousand chunks of 300 bytes each.
 */
export function careOf({ timeoutMs, concurrency }: ModelConfig): Care {
  return {
    retries: 2,
    firstWaitMs: 500,
    longestWaitMs: 8000,
    patienceMs: timeoutMs,
    // What is asked as a whole begins only once it is ready.
    firstByteMs: timeoutMs * 0.75,
    silenceMs: timeoutMs * 0.5,
    largestBody: 8 * 1024 * 1024,
    concurrency,
    mostWaiting: 4 * concurrency,
    failuresToRest: 3,
    restMs: 30_000,
  };
}
