import { callFailure, failureOfSignal } from '../failures.ts';
import { ModelFailure } from '../model.ts';
import type { Care } from './care.ts';

export interface GuardedBody {
  readonly body: ReadableStream<Uint8Array>;
  /**
   * Settles once the body has been read to its end or dropped by its reader.
   *
   * @throws ModelFailure where it broke off, fell silent, grew too large or was cut off
   */
  readonly over: Promise<void>;
}

/**
 * Watches over the body of an answer while it is read.
 *
 * @param connection that it comes over
 */
export function guardBody(
  body: ReadableStream<Uint8Array>,
  { silenceMs, largestBody }: Pick<Care, 'silenceMs' | 'largestBody'>,
  connection: AbortController,
): GuardedBody {
  const reader = body.getReader();
  const until = connection.signal;
  let bytes = 0;
  const { over, end } = ending(until);

  /** @returns null at the end */
  const read = async (): Promise<Uint8Array | null> => {
    // Only the endpoint's silence counts, not that of a reader who takes time.
    const timer = setTimeout(() => connection.abort(callFailure('timeout')), silenceMs);
    try {
      const { done, value } = await reader.read();
      if (done) return null;
      bytes += value.byteLength;
      if (bytes > largestBody) throw callFailure('malformed');
      return value;
    } finally {
      clearTimeout(timer);
    }
  };

  const guarded = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const piece = await read();
          if (piece !== null) return controller.enqueue(piece);
          controller.close();
          end(null);
        } catch (error) {
          const failure = failureOf(error, until);
          controller.error(failure);
          end(failure);
          connection.abort(failure);
        }
      },
      cancel: () => {
        end(null);
        connection.abort(callFailure('cancelled'));
      },
    },
    { highWaterMark: 0 },
  );
  return { body: guarded, over };
}

function failureOf(error: unknown, until: AbortSignal): ModelFailure {
  if (error instanceof ModelFailure) return error;
  return until.aborted ? failureOfSignal(until) : callFailure('unreachable');
}

/** Settles once, also where nobody reads while the connection is cut. */
function ending(until: AbortSignal) {
  let end: (failure: ModelFailure | null) => void = () => {};
  const over = new Promise<void>((resolve, reject) => {
    const giveUp = () => end(failureOfSignal(until));
    end = (failure) => {
      until.removeEventListener('abort', giveUp);
      if (failure === null) resolve();
      else reject(failure);
    };
    if (until.aborted) giveUp();
    else until.addEventListener('abort', giveUp);
  });
  return { over, end };
}
