import type { Clock } from '../../clock.ts';
import { callFailure, failureOfSignal } from '../failures.ts';
import type { FailureKind, ModelFailure } from '../model.ts';
import type { Care } from './care.ts';
import { followSignals } from './follow-signals.ts';
import { guardBody } from './guard-body.ts';
import { retryAfterMs } from './retry-after.ts';

/** A request as it leaves the house. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** How a single try of a request ended. */
export type Exchange =
  | {
      readonly kind: 'answered';
      readonly response: Response;
      /** As of the body's guard. */
      readonly over: Promise<void>;
    }
  | {
      readonly kind: 'failed';
      readonly failure: ModelFailure;
      /** Whether another try may go better. */
      readonly again: boolean;
      /** What the endpoint asks to wait; null where it does not say. */
      readonly waitMs: number | null;
    };

export interface ExchangeParts {
  readonly care: Pick<Care, 'firstByteMs' | 'silenceMs' | 'largestBody'>;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Sends a request once. */
export async function exchange(request: Outgoing, parts: ExchangeParts): Promise<Exchange> {
  const { care, clock } = parts;
  const { controller: connection, release } = followSignals([parts.signal]);
  const { signal } = connection;
  const timer = setTimeout(() => connection.abort(callFailure('timeout')), care.firstByteMs);
  let answer: Response;
  try {
    // What is asked goes to the endpoint that was set, and to no other one that it names.
    answer = await parts.fetch(request.url, { ...request, redirect: 'manual', signal });
  } catch {
    release();
    const again = !signal.aborted;
    const failure = again ? callFailure('unreachable') : failureOfSignal(signal);
    return { kind: 'failed', failure, again, waitMs: null };
  } finally {
    clearTimeout(timer);
  }
  const { status, headers } = answer;
  if (!answer.ok || answer.body === null) {
    // The words of a refusal are left unread: they may repeat the key or what was asked.
    release();
    connection.abort(callFailure('cancelled'));
    const kind = answer.ok ? 'malformed' : kindOf(status);
    const waitMs = retryAfterMs(headers.get('retry-after'), clock.now());
    return { kind: 'failed', failure: callFailure(kind), again: AGAIN.includes(kind), waitMs };
  }
  const { body, over } = guardBody(answer.body, care, connection);
  const response = new Response(body, { status, headers });
  return { kind: 'answered', response, over: over.finally(release) };
}

const AGAIN: readonly FailureKind[] = ['flood', 'server'];

function kindOf(status: number): FailureKind {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'flood';
  return status >= 500 ? 'server' : 'refused';
}
