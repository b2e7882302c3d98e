/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH, launchBrowser } from '../../support/browser.ts';
import {
  ask,
  DESK,
  lastAnswer,
  needingBrowser,
  PHONE,
  visitPlan,
} from '../../support/page-visits.ts';
import { begin, end, words, working } from './fake-conversation.ts';
import { startPieceProxy } from './piece-proxy.ts';
import { parts, quote, tellReply } from './told-reply.ts';

const QUESTION = '县级以上党政机关的培训经费怎样保障？';
const FIGURE = '国家级干部教育培训机构每年培训2000名';

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('the page while a reply is made'),
  { timeout: 60_000 },
  () => {
    const { visit, meddle, service } = visitPlan();

    it('shows a word on what is being done where the next part of the answer comes', async () => {
      const page = await visit();
      const tell = tellReply(meddle);
      await ask(page, QUESTION);
      await expect.poll(() => parts(page)).toEqual(['正在查找…']);
      await tell(begin);
      await tell(working('正在阅读规划原文…'));
      await expect.poll(() => parts(page)).toEqual(['正在阅读规划原文…']);
      await tell(working('正在核对引文…'));
      await expect.poll(() => parts(page)).toEqual(['正在核对引文…']);
      await tell(words('经费列入年度财政预算。'));
      await expect.poll(() => parts(page)).toEqual(['经费列入年度财政预算。']);
      await tell(working('正在核对下一条…'));
      await expect.poll(() => parts(page)).toEqual(['经费列入年度财政预算。', '正在核对下一条…']);
      await tell(words('专款专用。'), end);
      await expect.poll(() => parts(page)).toEqual(['经费列入年度财政预算。', '专款专用。']);
    });

    it('has each word heard once, by the status that it is', async () => {
      const page = await visit();
      const tell = tellReply(meddle);
      await ask(page, QUESTION);
      await lastAnswer(page).getByRole('status').getByText('正在查找…').waitFor();
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        new MutationObserver((changes) => {
          for (const { target, addedNodes } of changes) {
            const status = (target as Element).closest('[role=status]');
            for (const node of addedNodes) {
              if (status !== null || (node as Element).role === 'status') {
                heard.push(node.textContent ?? '');
              }
            }
          }
        }).observe(document.getElementById('log') as Node, { childList: true, subtree: true });
      });
      const first = working('正在阅读规划原文…');
      await tell(begin, first, first);
      await lastAnswer(page).getByText('正在阅读规划原文…').waitFor();
      await tell(first, words('经费列入年度财政预算。'), working('正在核对引文…'));
      await lastAnswer(page).getByText('正在核对引文…').waitFor();
      await tell(end);
      await expect.poll(() => parts(page)).toHaveLength(1);
      const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      expect(heard).toEqual(['正在阅读规划原文…', '正在核对引文…']);
    });

    it('says so when the connection breaks, until the rest is there', async () => {
      const page = await visit();
      let isBroken = true;
      await page.route('**/api/messages', (route) => (isBroken ? route.abort() : route.continue()));
      await ask(page, '国家级培训机构每年培训多少名骨干教师？');
      await lastAnswer(page).getByRole('status').getByText('正在重新连接…').waitFor();
      isBroken = false;
      await lastAnswer(page).getByText(FIGURE).waitFor();
      expect(await page.getByText('正在重新连接…').count()).toBe(0);
    });

    it('reads what comes in any pieces', async () => {
      const proxy = await startPieceProxy(service().url);
      const browser = await launchBrowser(BROWSER_PATH as string);
      try {
        const page = await browser.newPage();
        await page.goto(proxy.url);
        await ask(page, '国家级培训机构每年培训多少名骨干教师？');
        await lastAnswer(page).getByText(FIGURE).waitFor();
        await lastAnswer(page).getByRole('button', { name: '没帮助' }).waitFor();
        expect(proxy.pieces()).toBeGreaterThan(1000);
      } finally {
        await browser.close();
        await proxy.close();
      }
    });

    it.each([
      ['light', DESK],
      ['dark', DESK],
      ['light', PHONE],
      ['dark', PHONE],
    ] as const)('has no violation that axe finds: %s, %o', async (colorScheme, viewport) => {
      const page = await visit({ colorScheme, viewport, bypassCSP: true });
      const tell = tellReply(meddle);
      await ask(page, QUESTION);
      await tell(begin, working('正在阅读规划原文…'));
      await lastAnswer(page).getByText('正在阅读规划原文…').waitFor();
      expect(await violations(page)).toEqual([]);
      await tell(words('经费列入年度财政预算。'), quote(1, FIGURE), working('正在核对下一条…'));
      await lastAnswer(page).getByText('正在核对下一条…').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await tell(end);
    });
  },
);
