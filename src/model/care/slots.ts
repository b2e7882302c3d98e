import { callFailure, failureOfSignal } from '../failures.ts';

/** Turns for calls: some go on at the same time, some wait, the others are sent away. */
export interface Slots {
  /**
   * Waits for a turn.
   *
   * @returns what gives the turn back
   * @throws ModelFailure `busy` where too many wait, or what the signal says where it is aborted
   */
  take(signal: AbortSignal): Promise<() => void>;
}

/** Unlike cockatiel's bulkhead, it lets those who have left out of the queue at once. */
export function createSlots(concurrency: number, mostWaiting: number): Slots {
  let free = concurrency;
  const waiting = new Set<() => void>();

  const giveBack = () => {
    free++;
    for (const next of waiting) {
      next();
      return;
    }
  };
  const turn = () => {
    free--;
    let isTaken = true;
    return () => {
      if (isTaken) giveBack();
      isTaken = false;
    };
  };

  return {
    take: async (signal) => {
      if (signal.aborted) throw failureOfSignal(signal);
      if (free > 0) return turn();
      if (waiting.size >= mostWaiting) throw callFailure('busy');
      return new Promise((resolve, reject) => {
        const begin = () => {
          leave();
          resolve(turn());
        };
        const giveUp = () => {
          leave();
          reject(failureOfSignal(signal));
        };
        const leave = () => {
          waiting.delete(begin);
          signal.removeEventListener('abort', giveUp);
        };
        waiting.add(begin);
        signal.addEventListener('abort', giveUp);
      });
    },
  };
}
