import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Records } from '../../src/storage/records.ts';

/** What every database must do for the use of a model; run on real ones. */
export function storesModelUse(open: () => Promise<Records>): void {
  let records: Records;
  beforeEach(async () => {
    records = await open();
  });
  afterEach(() => records.close());

  it('adds up what each person used on a day', async () => {
    const { modelUse } = records;
    expect(await modelUse.spent('one', '2026-01-01')).toBe(0);
    await modelUse.add('one', '2026-01-01', 1200);
    await modelUse.add('one', '2026-01-01', 30);
    await modelUse.add('two', '2026-01-01', 7);
    expect(await modelUse.spent('one', '2026-01-01')).toBe(1230);
    expect(await modelUse.spent('two', '2026-01-01')).toBe(7);
  });

  it('begins each day anew, and forgets the days before', async () => {
    const { modelUse } = records;
    await modelUse.add('one', '2026-01-01', 5);
    expect(await modelUse.spent('one', '2026-01-02')).toBe(0);
    await modelUse.add('two', '2026-01-02', 5);
    expect(await modelUse.spent('one', '2026-01-01')).toBe(0);
  });

  it('loses nothing where two answers end at once', async () => {
    const { modelUse } = records;
    await Promise.all(Array.from({ length: 20 }, () => modelUse.add('one', '2026-01-01', 10)));
    expect(await modelUse.spent('one', '2026-01-01')).toBe(200);
  });
}
