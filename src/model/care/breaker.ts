import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import type { Clock } from '../../clock.ts';
import { callFailure } from '../failures.ts';
import type { ModelLog } from '../log.ts';
import { type FailureKind, type ModelEndpoint, ModelFailure } from '../model.ts';
import type { Care } from './care.ts';

/** Failures that say that the endpoint itself does not work. */
const COUNTED: readonly FailureKind[] = ['unreachable', 'timeout', 'server'];

type BreakerCare = Pick<Care, 'failuresToRest' | 'restMs' | 'firstByteMs' | 'silenceMs'>;

/** Leaves an endpoint alone that has failed several times in a row. */
export interface Breaker {
  /** @throws ModelFailure `resting` while it is left alone, or another call finds out already */
  check(): void;
  /** Makes a call and learns from how it ends. */
  run(call: () => Promise<void>): Promise<void>;
  state: ModelEndpoint['state'];
}

export interface BreakerParts {
  readonly host: string;
  readonly log: ModelLog;
  readonly clock: Clock;
}

/** A call whose time was over before the endpoint could be blamed. */
class CutShort extends Error {
  override readonly name = 'CutShort';
}

export function createBreaker(
  { failuresToRest, restMs, firstByteMs, silenceMs }: BreakerCare,
  { host, log, clock }: BreakerParts,
): Breaker {
  /** With less, a timeout tells of the wait for a turn here, or of the calls before it. */
  const fairMs = Math.min(firstByteMs, silenceMs) / 2;
  let since: number | null = null;
  // The circuit goes by the machine's clock.
  let restsUntil = 0;
  const counts = (error: Error): boolean => {
    // A try that was cut short has proved nothing.
    if (error instanceof CutShort) return circuit.state === CircuitState.HalfOpen;
    return error instanceof ModelFailure && COUNTED.includes(error.kind);
  };
  const circuit = circuitBreaker(handleWhen(counts), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresToRest),
  });
  circuit.onBreak((reason) => {
    restsUntil = Date.now() + restMs;
    if (since !== null) return;
    since = clock.now().getTime();
    const failure = 'error' in reason && reason.error instanceof ModelFailure ? reason.error : null;
    log.warn({ host, kind: failure?.kind }, 'The model endpoint fails and is left alone');
  });
  circuit.onReset(() => {
    since = null;
    log.info({ host }, 'The model endpoint answers again');
  });

  const check = () => {
    const isTried = circuit.state === CircuitState.HalfOpen;
    const rests = circuit.state === CircuitState.Open && Date.now() < restsUntil;
    if (isTried || rests) throw callFailure('resting');
  };
  const run = async (call: () => Promise<void>) => {
    check();
    const begun = performance.now();
    const isCutShort = ({ kind }: ModelFailure): boolean =>
      kind === 'cancelled' || (kind === 'timeout' && performance.now() - begun < fairMs);
    try {
      await circuit.execute(() =>
        call().catch((error: unknown) => {
          if (!(error instanceof ModelFailure) || !isCutShort(error)) throw error;
          throw new CutShort('Cannot judge the endpoint by this call', { cause: error });
        }),
      );
    } catch (error) {
      if (error instanceof CutShort) throw error.cause;
      throw error instanceof BrokenCircuitError ? callFailure('resting') : error;
    }
  };
  const state = () =>
    since === null ? ({ kind: 'working' } as const) : ({ kind: 'resting', since } as const);
  return { check, run, state };
}
