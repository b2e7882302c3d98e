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

export function createBreaker(
  { failuresToRest, restMs }: Pick<Care, 'failuresToRest' | 'restMs'>,
  { host, log, clock }: BreakerParts,
): Breaker {
  let since: number | null = null;
  // The circuit goes by the machine's clock.
  let restsUntil = 0;
  const counts = (error: Error): boolean => {
    if (!(error instanceof ModelFailure)) return false;
    // A try that was cut short has proved nothing.
    const isCutShort = error.kind === 'cancelled' && circuit.state === CircuitState.HalfOpen;
    return isCutShort || COUNTED.includes(error.kind);
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
    try {
      await circuit.execute(call);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? callFailure('resting') : error;
    }
  };
  const state = () =>
    since === null ? ({ kind: 'working' } as const) : ({ kind: 'resting', since } as const);
  return { check, run, state };
}
