import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Held,
  type KeepLeaseParts,
  keepLease,
  LeaseLost,
  type LeaseStore,
} from '../src/lease.ts';

const TIMES = { lifeMs: 600, renewMs: 30 };

/** A clock that goes on by itself and can be set ahead. */
function makeClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    skip: (ms: number) => {
      ahead += ms;
    },
  };
}

function makeStore(): LeaseStore & { fails: boolean; readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  const expiry = new Map<string, number>();
  return {
    held,
    fails: false,
    async take(name, holder, now, until) {
      if (this.fails) throw new Error('database is locked');
      const isTaken = held.has(name) && held.get(name) !== holder;
      if (isTaken && (expiry.get(name) ?? 0) > now.getTime()) return false;
      held.set(name, holder);
      expiry.set(name, until.getTime());
      return true;
    },
    async release(name, holder) {
      if (held.get(name) === holder) held.delete(name);
    },
  };
}

interface Worker {
  readonly heard: string[];
  readonly held: () => Held;
  readonly isWorking: () => boolean;
  close(): Promise<void>;
}

function work(
  holder: string,
  store: LeaseStore,
  clock: KeepLeaseParts['clock'],
  change: Partial<KeepLeaseParts> = {},
): Worker {
  const heard: string[] = [];
  let held: Held | null = null;
  let isWorking = false;
  const keeper = keepLease({
    ...{ store, name: 'work', holder, clock, times: TIMES },
    work: async (one) => {
      held = one;
      isWorking = true;
      await new Promise<void>((resolve) => {
        one.signal.addEventListener('abort', () => resolve());
      });
      isWorking = false;
    },
    onWaiting: () => heard.push('waiting'),
    onTrouble: (error) => heard.push(String(error)),
    ...change,
  });
  onTestFinished(keeper.close);
  return {
    heard,
    held: () => held as unknown as Held,
    isWorking: () => isWorking,
    close: keeper.close,
  };
}

describe('a lease', () => {
  it('lets one work, tells the other once to wait, and passes on when the first closes', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    const one = work('one', store, clock);
    await expect.poll(one.isWorking).toBe(true);
    const two = work('two', store, clock);
    await pause(100);
    expect([two.isWorking(), two.heard]).toEqual([false, ['waiting']]);
    await one.close();
    await expect.poll(two.isWorking).toBe(true);
    await two.close();
    expect(store.held.size).toBe(0);
  });

  it('passes on when its holder is silent for its life', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    await store.take('work', 'dead', clock.now(), new Date(clock.now().getTime() + TIMES.lifeMs));
    const two = work('two', store, clock);
    await expect.poll(() => two.heard).toEqual(['waiting']);
    await expect.poll(two.isWorking).toBe(true);
  });

  it('is known to be lost at once by one that slept, though no timer has run', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    const one = work('one', store, clock);
    await expect.poll(one.isWorking).toBe(true);
    expect(() => one.held().check()).not.toThrow();
    clock.skip(TIMES.lifeMs + 1);
    expect(() => one.held().check()).toThrow(LeaseLost);
  });

  it('ends the work when another has taken it', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    const one = work('one', store, clock);
    await expect.poll(one.isWorking).toBe(true);
    store.held.set('work', 'two');
    await expect.poll(one.isWorking).toBe(false);
    expect(() => one.held().check()).toThrow(LeaseLost);
    await expect.poll(() => one.heard).toEqual(['waiting']);
    expect(store.held.get('work')).toBe('two');
  });

  it('outlives a moment in which the records do not answer, and no more than that', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    const one = work('one', store, clock);
    await expect.poll(one.isWorking).toBe(true);
    const { signal } = one.held();
    store.fails = true;
    await pause(3 * TIMES.renewMs);
    store.fails = false;
    await pause(TIMES.lifeMs);
    expect(signal.aborted).toBe(false);
    store.fails = true;
    await expect.poll(() => signal.aborted).toBe(true);
    await expect.poll(() => one.heard).toEqual(['Error: database is locked']);
    store.fails = false;
    await expect.poll(one.isWorking).toBe(true);
  });

  it('begins work anew that broke, and tells of it', async () => {
    let times = 0;
    const one = work('one', makeStore(), makeClock(), {
      work: async () => {
        times++;
        throw new Error('broken');
      },
    });
    await expect.poll(() => times).toBeGreaterThan(2);
    expect(one.heard[0]).toBe('Error: broken');
  });
});
