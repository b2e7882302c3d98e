/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH } from '../../support/browser.ts';
import {
  ask,
  DESK,
  lastAnswer,
  needingBrowser,
  PHONE,
  visitPlan,
} from '../../support/page-visits.ts';

async function tap(page: Page, name: string): Promise<void> {
  await lastAnswer(page).getByRole('button', { name, exact: true }).click();
}

async function fine(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('a seminar kit on the page'),
  { timeout: 60_000 },
  () => {
    const { visit } = visitPlan(true);

    it.each([
      ['phone', PHONE],
      ['desk', DESK],
    ] as const)(
      'is ordered, looked through, changed and downloaded on a %s',
      async (_, viewport) => {
        const page = await visit({ viewport, bypassCSP: true });
        await page.getByRole('button', { name: '教师', exact: true }).click();
        await page.getByText('现在是教师。').waitFor();
        await ask(page, '研讨方案：训前需求调研走过场，各县干训干部班，40人，半天');
        await lastAnswer(page).getByText('用哪种研讨方法').waitFor();
        await fine(page);
        await tap(page, '其余用默认值');
        const table = lastAnswer(page).getByRole('table', { name: '流程与时间' });
        await table.waitFor();
        const total = table.getByRole('row', { name: /合计/u });
        expect(await total.innerText()).toMatch(/180\s*分钟/u);
        await fine(page);
        await tap(page, '题目');
        await lastAnswer(page)
          .getByText(/^题目：问题/u)
          .waitFor();
        await tap(page, '第2题');
        await lastAnswer(page).getByText('方法建议').waitFor();
        await lastAnswer(page).locator('figure.citation.quote').first().waitFor();
        await fine(page);
        await tap(page, '自己改写');
        await lastAnswer(page).getByText('请写新的题目').waitFor();
        await ask(page, '训前调研是否重要？');
        await lastAnswer(page).getByText('还没有保存').waitFor();
        await fine(page);
        await tap(page, '不改了');
        await lastAnswer(page).getByText('方法建议').waitFor();
        await ask(page, '我的研讨');
        await lastAnswer(page)
          .getByText(/我的研讨方案（共 \d+ 份）/u)
          .waitFor();
        await lastAnswer(page).getByRole('button', { name: /^1\. / }).click();
        await lastAnswer(page).getByText('聚焦问题').waitFor();
        await tap(page, 'Word 三份合一');
        const link = lastAnswer(page).getByRole('link', { name: /^研讨方案-训前需求调研走过场/u });
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
        expect(download.suggestedFilename()).toBe('研讨方案-训前需求调研走过场.docx');
        await fine(page);
      },
    );
  },
);
