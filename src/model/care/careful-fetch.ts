import { setMaxListeners } from 'node:events';
import type { Clock } from '../../clock.ts';
import type { ModelConfig } from '../../config.ts';
import { callFailure, failureWithin } from '../failures.ts';
import type { ModelLog } from '../log.ts';
import type { FailureKind, ModelEndpoint, ModelFailure } from '../model.ts';
import { createBreaker } from './breaker.ts';
import type { Care } from './care.ts';
import { exchange } from './exchange.ts';
import { followSignals } from './follow-signals.ts';
import { outgoing } from './outgoing.ts';
import { createSlots } from './slots.ts';
import { tryAgain } from './try-again.ts';

/** Failures that rest no endpoint, so that the operator would never hear of them. */
const LOGGED: readonly FailureKind[] = ['unauthorized', 'not-found', 'flood'];

/** A piece of work that consists of one call or, for an agent, several. */
export interface Work {
  /** Rejects, as do the bodies it gives, with ModelFailure and nothing else. */
  readonly fetch: typeof fetch;
  /** What the latest call failed of; libraries do not always hand it on. */
  failure(): ModelFailure | null;
}

/** The one way to an endpoint; all its calls share slots, breaker and patience. */
export interface CarefulFetch {
  /**
   * @param signal ends whatever the work has under way, down to the socket
   * @param mayCall throws ModelFailure where the work may make no further call
   */
  work(signal: AbortSignal, mayCall?: () => void): Work;
  state: ModelEndpoint['state'];
  /** Ends all calls that are under way; later ones fail at once. */
  close(): void;
}

export interface CarefulFetchParts {
  readonly log: ModelLog;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

export function createCarefulFetch(
  config: Pick<ModelConfig, 'baseUrl' | 'apiKey'>,
  care: Care,
  parts: CarefulFetchParts,
): CarefulFetch {
  const slots = createSlots(care.concurrency, care.mostWaiting);
  const { host } = new URL(config.baseUrl);
  const breaker = createBreaker(care, { ...parts, host });
  const stopping = new AbortController();
  // Every call under way listens to it.
  setMaxListeners(0, stopping.signal);

  /** Lasts until the body is over; hands the answer on when it begins. */
  const call = async (
    request: ReturnType<typeof outgoing>,
    signals: readonly AbortSignal[],
    hand: (response: Response) => void,
  ): Promise<void> => {
    breaker.check();
    const deadline = performance.now() + care.patienceMs;
    const { controller, release } = followSignals([...signals, stopping.signal]);
    const { signal } = controller;
    const timer = setTimeout(() => controller.abort(callFailure('timeout')), care.patienceMs);
    let giveBack = () => {};
    try {
      giveBack = await slots.take(signal);
      await breaker.run(async () => {
        const once = () => exchange(request, { ...parts, care, signal });
        const { response, over } = await tryAgain(once, care, deadline, signal);
        hand(response);
        await over;
      });
    } finally {
      clearTimeout(timer);
      release();
      giveBack();
    }
  };

  const work = (signal: AbortSignal, mayCall: () => void = () => {}): Work => {
    let failure: ModelFailure | null = null;
    return {
      failure: () => failure,
      fetch: (input, init) =>
        new Promise((resolve, reject) => {
          failure = null;
          const signals = [signal, init?.signal].filter((one) => one instanceof AbortSignal);
          const begun = async () => {
            mayCall();
            await call(outgoing(config, input, init), signals, resolve);
          };
          begun().catch((error: unknown) => {
            failure = failureWithin(error);
            const kind = failure?.kind;
            if (kind !== undefined && LOGGED.includes(kind)) {
              parts.log.warn({ host, kind }, 'The model endpoint refuses a call');
            }
            // After the answer has been handed on, its reader learns it from the body.
            reject(error);
          });
        }),
    };
  };
  const close = () => stopping.abort(callFailure('cancelled'));
  return { work, state: breaker.state, close };
}
