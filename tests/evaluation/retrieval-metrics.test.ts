import { describe, expect, test } from 'vitest';
import {
  quantile,
  rankingMetrics,
  refusedAtFivePercent,
} from '../../src/evaluation/retrieval-metrics.ts';

describe('rankingMetrics', () => {
  test('one question, the second of two wanted passages in third place', () => {
    const metrics = rankingMetrics([{ found: ['x', 'y', 'b', 'z'], wanted: ['a', 'b'] }]);
    expect(metrics).toEqual({
      'hit@1': 0,
      'hit@3': 1,
      'hit@5': 1,
      'hit@10': 1,
      'recall@10': 0.5,
      'mrr@10': 1 / 3,
      'ndcg@10': 1 / Math.log2(4) / (1 + 1 / Math.log2(3)),
    });
  });

  test('means over questions; what stands beyond ten does not count', () => {
    const beyond = { found: [...'0123456789', 'a'], wanted: ['a'] };
    const found = { found: ['a'], wanted: ['a'] };
    expect(rankingMetrics([beyond, found])).toMatchObject({ 'hit@10': 0.5, 'mrr@10': 0.5 });
    expect(rankingMetrics([found])['ndcg@10']).toBe(1);
  });

  test('a wanted id that is named twice counts once', () => {
    const metrics = rankingMetrics([{ found: ['a'], wanted: ['a', 'a'] }]);
    expect(metrics).toMatchObject({ 'recall@10': 1, 'ndcg@10': 1 });
  });

  test('no questions give zeros', () => {
    expect(rankingMetrics([])['hit@1']).toBe(0);
  });
});

test('refusedAtFivePercent counts what lies below one answerable in twenty', () => {
  const answerable = Array.from({ length: 100 }, (_, at) => (at + 1) / 100);
  expect(refusedAtFivePercent(answerable, [0.01, 0.05, 0.06, 0.9])).toBe(0.5);
  expect(refusedAtFivePercent(answerable, [])).toBe(0);
});

test('quantile takes the nearest rank', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(3);
  expect(quantile([1], 0.99)).toBe(1);
  expect(quantile([], 0.5)).toBe(0);
});
