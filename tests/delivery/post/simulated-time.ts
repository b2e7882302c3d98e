import { setImmediate as turn } from 'node:timers/promises';

/** Time that stands still while anything is to be done, and then goes on at once. */
export interface SimulatedTime {
  now(): number;
  /** As a timer of the system: a millisecond at least, and as late as `lateness` says. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Lets time go on until what it is given has settled. */
  run<Result>(work: Promise<Result>): Promise<Result>;
}

interface Timer {
  readonly at: number;
  end(): void;
}

/** @param lateness milliseconds by which the next timer is late */
export function simulateTime(lateness: () => number = () => 0): SimulatedTime {
  let now = 1_000_000;
  const timers = new Set<Timer>();
  const wait = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted === true) return resolve();
      const end = () => {
        timers.delete(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = { at: now + Math.max(1, ms) + lateness(), end };
      timers.add(timer);
      signal?.addEventListener('abort', end);
    });
  const run = async <Result>(work: Promise<Result>): Promise<Result> => {
    let isOver = false;
    const settled = work.finally(() => {
      isOver = true;
    });
    settled.catch(() => {});
    for (;;) {
      await turn();
      if (isOver) return settled;
      const [first] = [...timers].sort((one, other) => one.at - other.at);
      if (first === undefined) throw new Error('Everything waits, and for nothing');
      now = Math.max(now, first.at);
      first.end();
    }
  };
  return { now: () => now, wait, run };
}
