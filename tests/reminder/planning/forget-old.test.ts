import { expect, it } from 'vitest';
import { forgetOld } from '../../../src/reminder/planning/forget-old.ts';

it('forgets once a day, and again where it failed', async () => {
  const asked: string[] = [];
  let now = new Date('2026-03-05T15:59:00Z');
  let isLocked = false;
  const forget = forgetOld({
    clock: { now: () => now },
    zone: 'Asia/Shanghai',
    deliveries: {
      forget: async (at: Date) => {
        asked.push(at.toISOString());
        if (isLocked) throw new Error('The records are locked');
      },
    } as never,
  });
  await forget();
  await forget();
  expect(asked).toEqual(['2026-03-05T15:59:00.000Z']);
  now = new Date('2026-03-05T16:00:00Z');
  isLocked = true;
  await expect(forget()).rejects.toThrow();
  isLocked = false;
  await forget();
  await forget();
  expect(asked.slice(1)).toEqual(['2026-03-05T16:00:00.000Z', '2026-03-05T16:00:00.000Z']);
});
