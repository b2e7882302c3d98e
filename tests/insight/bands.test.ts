import { expect, it } from 'vitest';
import { bandAt, bandFrom, bandOf } from '../../src/insight/bands.ts';
import { bandInWords, withinInWords } from '../../src/insight/words.ts';

/** The time that a share of all do not exceed, by their own order. */
function exactly(times: readonly number[], share: number): number {
  const ordered = times.toSorted((one, other) => one - other);
  return ordered[Math.max(0, Math.ceil(times.length * share) - 1)] as number;
}

it('tells the band in which the exact time stands, whatever the times', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let round = 0; round < 300; round++) {
    const times = Array.from({ length: 1 + Math.floor(random() * 40) }, () =>
      Math.round(10 ** (random() * 5.2)),
    );
    const counts = times.map((time) => ({ band: bandFrom(bandOf(time)), count: 1 }));
    for (const share of [0.5, 0.95, 1]) {
      const band = bandAt(counts as never, share);
      const time = exactly(times, share);
      expect(time).toBeGreaterThan(band?.above === 0 ? -1 : (band?.above ?? Number.NaN));
      expect(time).toBeLessThanOrEqual(band?.upTo ?? Number.POSITIVE_INFINITY);
      // As the remark on the page has it.
      const isTold = band !== null && band.above > 0 && band.upTo !== null;
      if (isTold) expect(band.upTo / band.above).toBeLessThanOrEqual(5 / 3);
    }
  }
});

it('knows no time where nothing was counted, and no band by another name', () => {
  expect(bandAt([], 0.5)).toBeNull();
  expect(bandFrom('12')).toBeNull();
  expect(bandFrom('')).toBeNull();
});

it.each([
  [0, '不超过 0.01 秒', '不超过 0.01 秒'],
  [10, '不超过 0.01 秒', '不超过 0.01 秒'],
  [11, '0.01 至 0.015 秒', '不超过 0.015 秒'],
  [1500, '1 至 1.5 秒', '不超过 1.5 秒'],
  [70_001, '超过 70 秒', '超过 70 秒'],
])('%d ms is told as %s', (time, between, within) => {
  const band = bandFrom(bandOf(time));
  expect(band === null ? '' : bandInWords(band)).toBe(between);
  expect(band === null ? '' : withinInWords(band)).toBe(within);
});
