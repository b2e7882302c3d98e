import { messageOf } from '../../errors.ts';
import type { Outcome } from '../outbox.ts';
import type { PostParts } from './post-parts.ts';

/** Writes down what became of messages. */
export interface Settling {
  /** Is written within a moment, together with others that come until then. */
  add(id: string, outcome: Outcome): void;
  /** What there is is written now. */
  flush(): void;
}

interface Result {
  readonly id: string;
  readonly outcome: Outcome;
}

/** Every writing holds up the whole process while the disk takes it: better a few of several. */
const COLLECTED_MS = 100;
const ENOUGH = 4;

/**
 * Tries until it is written, so that what was learnt is not lost, or until this process must end: then
 * whoever comes next takes it for uncertain.
 *
 * @param onSettled told of those that are written
 */
export function createSettling(
  { outbox, holder, clock, cutOff, wait, retryMs, log }: PostParts,
  onSettled: (ids: readonly string[]) => void,
): Settling {
  let results: Result[] = [];
  let isBusy = false;
  let enough = new AbortController();

  const writeDown = async (batch: readonly Result[]): Promise<void> => {
    while (!cutOff.aborted) {
      try {
        await outbox.settle(batch, holder, clock.now());
        return onSettled(batch.map(({ id }) => id));
      } catch (error) {
        log.warn(
          { reason: messageOf(error) },
          'What became of messages cannot be written down yet',
        );
        await wait(retryMs, cutOff);
      }
    }
  };
  const run = async (): Promise<void> => {
    isBusy = true;
    while (results.length > 0) {
      await wait(COLLECTED_MS, enough.signal);
      enough = new AbortController();
      const batch = results;
      results = [];
      await writeDown(batch);
      if (results.length >= ENOUGH) enough.abort();
    }
    isBusy = false;
  };

  return {
    add: (id, outcome) => {
      results.push({ id, outcome });
      if (results.length >= ENOUGH) enough.abort();
      if (!isBusy) void run();
    },
    flush: () => {
      if (results.length > 0) enough.abort();
    },
  };
}
