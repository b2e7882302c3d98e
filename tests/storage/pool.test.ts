import { describe, expect, it } from 'vitest';
import { createSealer } from '../../src/questionnaire/sealing.ts';
import { mixIn, openPool, sealPool, shuffled } from '../../src/storage/questionnaire/pool.ts';
import { answersOf } from '../support/survey.ts';

const RUNS = 4000;
const POOL = Array.from({ length: 9 }, (_, number) => answersOf(number));
const NEWEST = answersOf(9);
/** Five standard deviations of a share of a half. */
const BY_CHANCE = 5 * Math.sqrt(0.25 / RUNS);

describe('the pool of what was submitted last', () => {
  it('lets nothing go while it is small, then five, and keeps five behind', () => {
    for (let size = 0; size < 9; size++) {
      const { stay, leave } = mixIn(POOL.slice(0, size), NEWEST);
      expect([stay.length, leave.length]).toEqual([size + 1, 0]);
    }
    const { stay, leave } = mixIn(POOL, NEWEST);
    expect([stay.length, leave.length]).toEqual([5, 5]);
    expect(new Set([...stay, ...leave])).toEqual(new Set([...POOL, NEWEST]));
  });

  it('lets the newest go as often as any other, and the oldest too', () => {
    const gone = new Map([...POOL, NEWEST].map((one) => [one, 0]));
    for (let run = 0; run < RUNS; run++) {
      for (const one of mixIn(POOL, NEWEST).leave) gone.set(one, (gone.get(one) ?? 0) + 1);
    }
    for (const count of gone.values()) expect(Math.abs(count / RUNS - 0.5)).toBeLessThan(BY_CHANCE);
  });

  it('holds what stays in any order', () => {
    let isFirst = 0;
    for (let run = 0; run < RUNS; run++) {
      const [first, second] = shuffled([1, 2]);
      if ((first ?? 0) < (second ?? 0)) isFirst++;
    }
    expect(Math.abs(isFirst / RUNS - 0.5)).toBeLessThan(BY_CHANCE);
  });

  it('is sealed to one length, for its survey alone', () => {
    const key = createSealer(new Uint8Array(32).fill(1));
    const sealed = [[], POOL.slice(0, 1), POOL].map((pool) => sealPool(key, 's', pool));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(openPool(key, 's', sealed[2] ?? '')).toEqual(POOL);
    expect(openPool(key, 't', sealed[2] ?? '')).toBeNull();
  });
});
