import { expect, it } from 'vitest';
import { openMeter } from '../../src/model/token-meter.ts';

it('counts what is spent, and has nothing left once that is more than the budget', () => {
  const meter = openMeter(100);
  meter.spend(30);
  expect([meter.left(), meter.spent()]).toEqual([70, 30]);
  meter.spend(90);
  expect([meter.left(), meter.spent()]).toEqual([0, 120]);
});
