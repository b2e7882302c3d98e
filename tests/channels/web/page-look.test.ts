/// <reference lib="dom" />
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

const FIRST_SCREEN_BYTES = 100_000;

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('the look of the page'),
  { timeout: 60_000 },
  () => {
    const { visit } = visitPlan();

    it('comes in less than 100 KB', async () => {
      const page = await visit({ viewport: PHONE });
      const bytes = await page.evaluate(() =>
        (
          [
            ...performance.getEntriesByType('navigation'),
            ...performance.getEntriesByType('resource'),
          ] as PerformanceResourceTiming[]
        ).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      );
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThan(FIRST_SCREEN_BYTES);
    });

    describe.each([
      ['light', PHONE, 1],
      ['dark', PHONE, 1],
      ['light', DESK, 1],
      ['dark', DESK, 1],
      ['light', PHONE, 2],
      ['dark', DESK, 2],
    ] as const)('%s at %o, text × %d', (colorScheme, viewport, zoom) => {
      it('has no violation that axe finds and nothing to scroll sideways', async () => {
        const page = await visit({ colorScheme, viewport, bypassCSP: true });
        await page.evaluate((scale) => {
          document.documentElement.style.fontSize = `${scale * 100}%`;
        }, zoom);
        await ask(page, '规划中哪些工作是探索的？');
        await lastAnswer(page).locator('figure').first().waitFor();
        await ask(page, '中期评估什么时候开展？');
        await lastAnswer(page).getByText('现有资料未载明').waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await lastAnswer(page).getByRole('button', { name: '查看原文' }).first().click();
        await page.getByRole('dialog').locator('mark').first().waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
    });
  },
);
