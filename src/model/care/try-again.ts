import { setTimeout as pause } from 'node:timers/promises';
import { ExponentialBackoff } from 'cockatiel';
import { failureOfSignal } from '../failures.ts';
import type { Care } from './care.ts';
import type { Exchange } from './exchange.ts';

type Answered = Extract<Exchange, { kind: 'answered' }>;

/**
 * Tries until there is an answer, a failure that will not go away, or no patience left. The waits
 * are cockatiel's (decorrelated jitter); the loop is not, since cockatiel's goes on waiting when
 * the caller has left.
 *
 * @param deadline by `performance.now()`; a wait that would end after it is not begun
 * @throws ModelFailure
 */
export async function tryAgain(
  once: () => Promise<Exchange>,
  { retries, firstWaitMs, longestWaitMs }: Pick<Care, 'retries' | 'firstWaitMs' | 'longestWaitMs'>,
  deadline: number,
  signal: AbortSignal,
): Promise<Answered> {
  const waits = new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: longestWaitMs });
  let wait = waits.next();
  for (let retried = 0; ; retried++) {
    const ended = await once();
    if (ended.kind === 'answered') return ended;
    const waitMs = Math.max(wait.duration, ended.waitMs ?? 0);
    const isInTime = performance.now() + waitMs < deadline;
    if (!ended.again || retried === retries || !isInTime) throw ended.failure;
    await pause(waitMs, undefined, { signal }).catch(() => {
      throw failureOfSignal(signal);
    });
    wait = wait.next(null);
  }
}
