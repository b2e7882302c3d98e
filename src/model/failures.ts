import { ModelFailure } from './model.ts';

/** What a call that a signal has ended failed of. */
export function failureOfSignal({ reason }: AbortSignal): ModelFailure {
  if (reason instanceof ModelFailure) return reason;
  const isTimeout = reason instanceof Error && reason.name === 'TimeoutError';
  return callFailure(isTimeout ? 'timeout' : 'cancelled');
}

export function callFailure(kind: ModelFailure['kind']): ModelFailure {
  return new ModelFailure(kind, 'call the model endpoint');
}

/** The failure that libraries have wrapped into errors of their own; null where there is none. */
export function failureWithin(error: unknown): ModelFailure | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if (at instanceof ModelFailure) return at;
  }
  return null;
}
