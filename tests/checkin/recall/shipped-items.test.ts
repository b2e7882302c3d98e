import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../src/checkin/recall/check-item.ts';
import { clozeOf, optionsOf } from '../../../src/checkin/recall/item.ts';
import { parseRecallItems } from '../../../src/checkin/recall/read-items.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

const PLAN = 'plan-2023-2027';
const texts = new Map([[PLAN, readFileSync(join(SHIPPED_CORPUS, `${PLAN}.txt`), 'utf8')]]);
const items = parseRecallItems(readFileSync(join(SHIPPED_CORPUS, 'recall.yaml'), 'utf8'));

describe('the recall questions that ship', () => {
  it('are at least eighty, of every part and every kind', () => {
    expect(items.length).toBeGreaterThanOrEqual(80);
    for (const part of '一二三四五六七八') {
      expect(items.filter(({ place }) => place.startsWith(part)).length).toBeGreaterThan(3);
    }
    for (const kind of ['figure', 'term', 'list-member', 'body'] as const) {
      expect(items.filter((item) => item.kind === kind).length).toBeGreaterThanOrEqual(8);
    }
  });

  it.each(items)('$place $quote has exactly one right option', (item) => {
    expect(faultsOf(item, texts)).toEqual([]);
  });

  it.each(items)('$place $quote shows a blank and four options', (item) => {
    const { options, right } = optionsOf(item, 'seed');
    expect(new Set(options).size).toBe(4);
    expect(options[right]).toBe(item.answer);
    expect(clozeOf(item)).toContain('＿＿＿＿');
    expect(clozeOf(item).replace('＿＿＿＿', options[right] as string)).toBe(item.quote);
  });

  it('have their right option in every position', () => {
    const positions = new Set(items.map((item) => optionsOf(item, 'x').right));
    expect([...positions].sort()).toEqual([0, 1, 2, 3]);
  });
});
