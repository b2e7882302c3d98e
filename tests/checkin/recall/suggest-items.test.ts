import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../src/checkin/recall/check-item.ts';
import { suggestItems } from '../../../src/checkin/recall/suggest-items.ts';
import { outlineOf } from '../../../src/text/outline.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

const PLAN = readFileSync(join(SHIPPED_CORPUS, 'plan-2023-2027.txt'), 'utf8');
const RULES = [
  '《某市干部培训办法》',
  '第一条 处级干部每5年参加脱产培训不少于3个月，新任干部在2个月内参加培训，专题班每期6个月。',
  '第二条 市级组织部门会同市级财政部门核定经费，市级党校承担教学，市级审计部门每年检查。',
  '第三条 教学以课堂讲授、案例分析、现场教学、分组讨论等方式进行，每10个月评估一次。',
].join('\n');

function suggest(text: string) {
  const texts = new Map([['m', text]]);
  return { items: suggestItems('m', outlineOf(text), texts), texts };
}

describe('questions that are suggested', () => {
  it.each([
    ['the plan', PLAN, 15],
    ['rules that were made up', RULES, 1],
  ])('for %s pass every gate', (_, text, least) => {
    const { items, texts } = suggest(text);
    expect(items.length).toBeGreaterThanOrEqual(least);
    for (const item of items) expect([item.quote, faultsOf(item, texts)]).toEqual([item.quote, []]);
  });

  it('have wrong options of the same kind', () => {
    const figures = suggest(RULES).items.filter(({ kind }) => kind === 'figure');
    expect(figures.length).toBeGreaterThan(0);
    for (const { answer, wrong } of figures) {
      const unit = answer.replace(/[\d/至]+/u, '');
      for (const option of wrong) expect(option.endsWith(unit)).toBe(true);
    }
  });

  it('are none where there is nothing to ask', () => {
    expect(suggest('《通知》\n一、请各单位认真落实。').items).toEqual([]);
  });
});
