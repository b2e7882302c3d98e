import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Records } from '../../src/storage/records.ts';

const CROWD = 1000;
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 8, 0, second));

/** What every database must do for leases; run on real ones. */
export function storesLeases(open: () => Promise<Records>): void {
  let records: Records;
  beforeEach(async () => {
    records = await open();
  });
  afterEach(() => records.close());
  const take = (holder: string, now: number, until: number, name = 'work') =>
    records.leases.take(name, holder, at(now), at(until));

  it('gives a lease to one holder until it expires', async () => {
    expect(await take('one', 0, 10)).toBe(true);
    expect(await take('two', 9, 20)).toBe(false);
    expect(await take('two', 0, 10, 'other work')).toBe(true);
    expect(await take('two', 10, 20)).toBe(true);
    expect(await take('one', 11, 20)).toBe(false);
  });

  it('renews it for its holder', async () => {
    await take('one', 0, 10);
    expect(await take('one', 5, 15)).toBe(true);
    expect(await take('two', 12, 20)).toBe(false);
  });

  it('frees it for its holder alone', async () => {
    await take('one', 0, 10);
    await records.leases.release('work', 'two');
    expect(await take('two', 1, 10)).toBe(false);
    await records.leases.release('work', 'one');
    expect(await take('two', 1, 10)).toBe(true);
  });

  it('gives an expired one to its holder again where nobody took it', async () => {
    await take('one', 0, 10);
    expect(await take('one', 30, 40)).toBe(true);
    expect(await take('two', 39, 50)).toBe(false);
  });

  it('gives one before a crowd that came first', async () => {
    let done = 0;
    const crowd = Array.from({ length: CROWD }, async (_, update) => {
      await records.inbox.finish(1, update, at(0));
      done++;
    });
    expect(await take('one', 0, 10)).toBe(true);
    expect(done).toBeLessThan(CROWD / 2);
    await Promise.all(crowd);
  });

  it('frees no other lease of the same holder', async () => {
    await take('one', 0, 10);
    await take('one', 0, 10, 'other work');
    await records.leases.release('other work', 'one');
    expect(await take('two', 1, 10)).toBe(false);
  });

  it('gives it to one of many that try at once', async () => {
    const tries = ['one', 'two', 'three', 'four'].map((holder) => take(holder, 0, 10));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });
}
