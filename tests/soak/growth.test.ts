import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';

describe('growth', () => {
  it('is told from the second and the last fifth, without what stands out in them', () => {
    const samples = [1, 1, 1, 10, 11, 99, 50, 50, 50, 50, 50, 50, 20, 21, 0];
    expect(growthOf(samples)).toEqual({ early: 11, late: 20 });
  });

  it('is not told from a few samples', () => {
    expect(() => growthOf([1, 2, 3])).toThrow(RangeError);
  });
});
