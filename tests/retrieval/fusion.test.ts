import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/retrieval/fusion.ts';

describe('rankings are fused by reciprocal rank', () => {
  it('in the order that a pocket calculator gives', () => {
    const fused = fuse([
      { source: 'a', ordinals: [7, 3, 5] },
      { source: 'b', ordinals: [3, 9] },
      { source: 'c', ordinals: [9, 5, 3] },
    ]);
    expect(fused.map(({ ordinal }) => ordinal)).toEqual([3, 9, 5, 7]);
    const scores = fused.map(({ score }) => score.toFixed(6));
    expect(scores).toEqual([
      '0.048395', // 3: 1/62 + 1/61 + 1/63 = 0.0161290 + 0.0163934 + 0.0158730
      '0.032522', // 9: 1/62 + 1/61 = 0.0161290 + 0.0163934
      '0.032002', // 5: 1/63 + 1/62 = 0.0158730 + 0.0161290
      '0.016393', // 7: 1/61
    ]);
    expect(fused[0]?.reasons).toEqual([
      { source: 'a', rank: 2 },
      { source: 'b', rank: 1 },
      { source: 'c', rank: 3 },
    ]);
  });

  it('with those of the same score by ordinal', () => {
    const fused = fuse([
      { source: 'a', ordinals: [8, 2] },
      { source: 'b', ordinals: [2, 8] },
      { source: 'c', ordinals: [5] },
      { source: 'd', ordinals: [4] },
    ]);
    expect(fused.map(({ ordinal }) => ordinal)).toEqual([2, 8, 4, 5]);
  });

  it('where two rankings outweigh one first place', () => {
    const fused = fuse([
      { source: 'a', ordinals: [1, 2] },
      { source: 'b', ordinals: [3, 2] },
    ]);
    expect(fused.map(({ ordinal }) => ordinal)).toEqual([2, 1, 3]);
  });

  it('to nothing where there are none', () => {
    expect(fuse([])).toEqual([]);
  });
});
