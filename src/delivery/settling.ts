import { messageOf } from '../errors.ts';
import type { Outcome } from './outbox.ts';
import type { PostParts } from './post-parts.ts';

/** Writes down what became of messages. */
export interface Settling {
  /** What comes while others are being written is written in one go after them. */
  add(id: string, outcome: Outcome): void;
}

interface Result {
  readonly id: string;
  readonly outcome: Outcome;
}

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
  let isWriting = false;

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
    isWriting = true;
    while (results.length > 0) {
      const batch = results;
      results = [];
      await writeDown(batch);
    }
    isWriting = false;
  };

  return {
    add: (id, outcome) => {
      results.push({ id, outcome });
      if (!isWriting) void run();
    },
  };
}
