import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Held, LeaseLost } from '../src/lease.ts';
import {
  aborted,
  askedAgain,
  eventually,
  makeClock,
  makeStore,
  makeWorker,
  TIMES,
} from './support/lease-worker.ts';

/** One that has the lease and works. */
async function startWorker() {
  const [store, clock] = [makeStore(), makeClock()];
  const one = makeWorker('one', store, clock);
  await eventually(one.isWorking).toBe(true);
  return { store, clock, one };
}

/** One that waits, since another has the lease. */
async function startWaiting() {
  const [store, clock] = [makeStore(), makeClock()];
  const until = new Date(clock.now().getTime() + TIMES.lifeMs);
  await store.take('work', 'other', clock.now(), until);
  const two = makeWorker('two', store, clock);
  await eventually(() => two.heard).toEqual(['waiting']);
  return { store, clock, two };
}

describe('one that waits for a lease', () => {
  it('is told so once, however often it tries', async () => {
    const { store, two } = await startWaiting();
    await askedAgain(store);
    expect([two.heard, two.begun]).toEqual([['waiting'], []]);
  });

  it('takes over when the lease is released', async () => {
    const { store, clock, one } = await startWorker();
    const two = makeWorker('two', store, clock);
    await eventually(() => two.heard).toEqual(['waiting']);
    await one.close();
    await eventually(two.isWorking).toBe(true);
    expect(store.holder()).toBe('two');
  });

  it('takes over when its holder has been silent for its life, and not before', async () => {
    const { store, clock, two } = await startWaiting();
    clock.skip(TIMES.lifeMs - 1);
    await askedAgain(store);
    expect(two.begun).toEqual([]);
    clock.skip(1);
    await eventually(two.isWorking).toBe(true);
  });

  it('stops when it is closed, and leaves the lease to its holder', async () => {
    const { store, clock, two } = await startWaiting();
    await two.close();
    const asked = store.asked();
    clock.skip(TIMES.lifeMs);
    await pause(3 * TIMES.renewMs);
    expect([store.holder(), store.asked(), two.begun]).toEqual(['other', asked, []]);
  });
});

describe('one that holds a lease', () => {
  it('keeps it for longer than its life by renewing it', async () => {
    const { store, clock, one } = await startWorker();
    for (let lives = 0; lives < 3; lives++) {
      clock.skip(TIMES.lifeMs - 1);
      await askedAgain(store, 2);
    }
    expect(one.begun.map(({ signal }) => signal.aborted)).toEqual([false]);
    expect(() => one.begun[0]?.check()).not.toThrow();
  });

  it('learns at once that it slept too long, though no timer has run', async () => {
    const { clock, one } = await startWorker();
    clock.skip(TIMES.lifeMs - 1);
    expect(() => one.begun[0]?.check()).not.toThrow();
    clock.skip(1);
    expect(() => one.begun[0]?.check()).toThrow(LeaseLost);
    expect(one.begun[0]?.signal.aborted).toBe(false);
  });

  it('ends its work when it slept too long, and begins anew where nobody took over', async () => {
    const { clock, one } = await startWorker();
    clock.skip(TIMES.lifeMs);
    await eventually(() => one.begun.length).toBe(2);
    expect(one.begun.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(() => one.begun[1]?.check()).not.toThrow();
    expect(one.heard).toEqual([]);
  });

  it('ends its work when another has taken it, and waits', async () => {
    const { store, one } = await startWorker();
    store.seize('two');
    await eventually(one.isWorking).toBe(false);
    expect(one.begun[0]?.signal.aborted).toBe(true);
    expect(() => one.begun[0]?.check()).toThrow(LeaseLost);
    await eventually(() => one.heard).toEqual(['waiting']);
    expect(store.holder()).toBe('two');
  });

  it('outlives a moment in which the records do not answer', async () => {
    const { store, clock, one } = await startWorker();
    store.mode = 'fails';
    await askedAgain(store);
    clock.skip(TIMES.lifeMs - 1);
    expect(() => one.begun[0]?.check()).not.toThrow();
    store.mode = 'works';
    await askedAgain(store);
    clock.skip(TIMES.lifeMs - 1);
    await askedAgain(store);
    expect(one.begun.map(({ signal }) => signal.aborted)).toEqual([false]);
  });

  it('ends its work when it could not be renewed in time', async () => {
    const { store, clock, one } = await startWorker();
    store.mode = 'fails';
    await askedAgain(store);
    clock.skip(TIMES.lifeMs);
    await eventually(one.isWorking).toBe(false);
    expect(one.begun[0]?.signal.aborted).toBe(true);
  });

  it('ends its work in time where the records never answer a renewal', async () => {
    const { store, clock, one } = await startWorker();
    onTestFinished(() => {
      store.mode = 'works';
    });
    store.mode = 'hangs';
    await askedAgain(store, 1);
    clock.skip(TIMES.lifeMs);
    await eventually(one.isWorking).toBe(false);
  });

  it.each([
    ['which the work has seen', (held?: Held) => expect(() => held?.check()).toThrow(LeaseLost)],
    ['though nobody looked meanwhile', () => {}],
  ])('begins anew when its renewal was given too late, %s', async (_, meanwhile) => {
    const { store, clock, one } = await startWorker();
    store.mode = 'fails';
    await askedAgain(store);
    clock.skip(TIMES.lifeMs / 2);
    // Asked for in time, it comes when the lease has lapsed, with life left of its own.
    store.mode = 'hangs';
    await askedAgain(store, 1);
    clock.skip(TIMES.lifeMs / 2);
    meanwhile(one.begun[0]);
    store.mode = 'works';
    await eventually(() => one.begun.length).toBe(2);
    expect(one.begun.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('ends its work once that has heard of the loss, though the clock is set back', async () => {
    const { clock, one } = await startWorker();
    clock.skip(TIMES.lifeMs);
    expect(() => one.begun[0]?.check()).toThrow(LeaseLost);
    clock.skip(-TIMES.lifeMs);
    expect(() => one.begun[0]?.check()).toThrow(LeaseLost);
    await eventually(() => one.begun.length).toBe(2);
  });

  it('frees the lease when it is closed, and not before its work has ended', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const one = makeWorker('one', store, clock, async ({ signal }) => {
      await aborted(signal);
      await ended;
    });
    await eventually(one.isWorking).toBe(true);
    const closed = one.close();
    expect(one.begun[0]?.signal.aborted).toBe(true);
    // It is renewed until then, so that nobody else begins meanwhile.
    clock.skip(TIMES.lifeMs - 1);
    await askedAgain(store, 2);
    clock.skip(TIMES.lifeMs - 1);
    expect(() => one.begun[0]?.check()).not.toThrow();
    expect([one.isWorking(), store.holder()]).toEqual([true, 'one']);
    end();
    await closed;
    expect([one.isWorking(), store.holder(), one.begun.length]).toEqual([false, null, 1]);
  });
});

describe('the work under a lease', () => {
  const broken = () => Promise.reject(new Error('broken'));
  const worse = () => Promise.reject(new Error('worse'));
  const lost = () => Promise.reject(new LeaseLost('gone'));
  const done = async () => {};

  it.each([
    ['it came to its end', [done, done], []],
    ['it found its lease lost', [lost, lost], []],
    ['it broke, which is told once', [broken, broken], ['Error: broken']],
    ['it broke in two ways', [broken, worse], ['Error: broken', 'Error: worse']],
    ['it broke, did well and broke', [broken, done, broken], ['Error: broken', 'Error: broken']],
  ])('is begun anew when %s', async (_, ends, told) => {
    const [store, clock] = [makeStore(), makeClock()];
    const left = [...ends];
    const one = makeWorker(
      'one',
      store,
      clock,
      ({ signal }) => left.shift()?.() ?? aborted(signal),
    );
    await eventually(() => one.begun.length).toBe(ends.length + 1);
    expect(one.heard).toEqual(told);
    expect(one.begun.map(({ signal }) => signal.aborted)).toEqual([...ends.map(() => true), false]);
  });
});

describe('records that do not answer', () => {
  it('are told of once until they do, and the work begins then', async () => {
    const [store, clock] = [makeStore(), makeClock()];
    const locked = 'Error: database is locked';
    store.mode = 'fails';
    const one = makeWorker('one', store, clock);
    await askedAgain(store);
    expect([one.heard, one.begun]).toEqual([[locked], []]);
    store.mode = 'works';
    await eventually(one.isWorking).toBe(true);
    store.mode = 'fails';
    clock.skip(TIMES.lifeMs);
    await eventually(() => one.heard).toEqual([locked, locked]);
    await askedAgain(store);
    expect(one.heard).toEqual([locked, locked]);
  });
});
