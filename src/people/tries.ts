import type { Clock } from '../clock.ts';

const TRIES_WITHIN_MS = 3_600_000;
/** Those whose tries are remembered. */
const MOST_REMEMBERED = 10_000;

/** How often something was tried, such as a code, by whoever may not try for ever. */
export interface Tries {
  areUsedUp(key: string): boolean;
  count(key: string): void;
  /** Takes the latest back. */
  forgive(key: string): void;
}

/** Counts tries within the last hour, in this process alone: nothing of them is kept. */
export function createTries(clock: Clock, most: number): Tries {
  const tries = new Map<string, number[]>();
  const recent = (key: string) =>
    (tries.get(key) ?? []).filter((at) => clock.now().getTime() - at < TRIES_WITHIN_MS);
  return {
    areUsedUp: (key) => recent(key).length >= most,
    count: (key) => {
      const now = [...recent(key), clock.now().getTime()];
      tries.delete(key);
      tries.set(key, now.slice(-most));
      const oldest = tries.keys().next();
      if (tries.size > MOST_REMEMBERED && oldest.done !== true) tries.delete(oldest.value);
    },
    forgive: (key) => {
      tries.set(key, recent(key).slice(0, -1));
    },
  };
}
