import { setTimeout as pause } from 'node:timers/promises';

/** What all who answer have come to, and how long they waited. */
export interface Progress {
  /** Somebody is about to tap or write; settles once they have thought about it. */
  acts(): Promise<void>;
  /** Somebody has just tapped 提交. */
  submits(): void;
  submitted(): void;
  /** @param ms from what was sent to the reply */
  replied(by: 'page' | 'chat', ms: number): void;
}

export interface Counted extends Progress {
  readonly taps: number;
  readonly submissions: number;
  readonly done: number;
  readonly waits: Readonly<Record<'page' | 'chat', readonly number[]>>;
}

/** @param thinkMs at every question, on average */
export function countProgress(thinkMs = 0): Counted {
  const counts = { taps: 0, submissions: 0, done: 0 };
  const waits = { page: [] as number[], chat: [] as number[] };
  return {
    get taps() {
      return counts.taps;
    },
    get submissions() {
      return counts.submissions;
    },
    get done() {
      return counts.done;
    },
    waits,
    acts: async () => {
      if (thinkMs > 0) await pause(2 * thinkMs * Math.random());
      counts.taps++;
    },
    submits: () => void counts.submissions++,
    submitted: () => void counts.done++,
    replied: (by, ms) => void waits[by].push(ms),
  };
}
