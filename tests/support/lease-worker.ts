import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { type Held, type KeepLeaseParts, keepLease, type LeaseStore } from '../../src/lease.ts';

/** The life is by the clock alone, which stands still until a test sets it ahead. */
export const TIMES = { lifeMs: 1000, renewMs: 20 };

export function makeClock() {
  let now = Date.UTC(2026, 0, 1);
  return {
    now: () => new Date(now),
    skip: (ms: number) => {
      now += ms;
    },
  };
}

export interface MemoryStore extends LeaseStore {
  /** How it answers who wants to take a lease. */
  mode: 'works' | 'fails' | 'hangs';
  /** How often it was asked to give or renew one. */
  readonly asked: () => number;
  readonly holder: () => string | null;
  /** Gives the lease to another, as where its holder slept. */
  seize(holder: string): void;
}

export function makeStore(): MemoryStore {
  let lease: { holder: string; expires: number } | null = null;
  let asked = 0;
  return {
    mode: 'works',
    asked: () => asked,
    holder: () => lease?.holder ?? null,
    seize: (holder) => {
      lease = { holder, expires: Number.POSITIVE_INFINITY };
    },
    async take(_, holder, now, until) {
      asked++;
      if (this.mode === 'fails') throw new Error('database is locked');
      while (this.mode === 'hangs') await pause(TIMES.renewMs);
      const isFree = lease === null || lease.expires <= now.getTime();
      if (!isFree && lease?.holder !== holder) return false;
      lease = { holder, expires: until.getTime() };
      return true;
    },
    async release(_, holder) {
      if (lease?.holder === holder) lease = null;
    },
  };
}

/** Patient enough for a machine that is busy with other things. */
export function eventually<Value>(read: () => Value) {
  return expect.poll(read, { timeout: 10_000, interval: 10 });
}

/** Waits until a store has been asked so many times more. */
export async function askedAgain(store: MemoryStore, times = 3): Promise<void> {
  const before = store.asked();
  await eventually(store.asked).toBeGreaterThanOrEqual(before + times);
}

export interface Worker {
  /** What it was told, in order. */
  readonly heard: string[];
  /** Every holding of the lease, in order. */
  readonly begun: Held[];
  readonly isWorking: () => boolean;
  close(): Promise<void>;
}

/** One that works under a lease until its signal is aborted. */
export function makeWorker(
  holder: string,
  store: LeaseStore,
  clock: KeepLeaseParts['clock'],
  work: (held: Held) => Promise<void> = ({ signal }) => aborted(signal),
): Worker {
  const heard: string[] = [];
  const begun: Held[] = [];
  let isWorking = false;
  const keeper = keepLease({
    ...{ store, name: 'work', holder, clock, times: TIMES },
    work: async (held) => {
      begun.push(held);
      isWorking = true;
      await work(held).finally(() => {
        isWorking = false;
      });
    },
    onWaiting: () => heard.push('waiting'),
    onTrouble: (error) => heard.push(String(error)),
  });
  onTestFinished(keeper.close);
  return { heard, begun, isWorking: () => isWorking, close: keeper.close };
}

export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve());
  });
}
