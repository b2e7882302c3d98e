/// <reference lib="dom" />
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  noticeButtons,
  studyButtons,
} from '../../../src/conversation/features/messages/message-buttons.ts';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH } from '../../support/browser.ts';
import { invite } from '../../support/invite.ts';
import {
  ask,
  DESK,
  lastAnswer,
  needingBrowser,
  PHONE,
  visitPlan,
} from '../../support/page-visits.ts';
import { type Sent, sendMessage } from '../../support/send-message.ts';

const MINUTE_MS = 60_000;

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('messages on the page'),
  { timeout: 60_000 },
  () => {
    const { visit, service } = visitPlan();
    let messages = 0;

    /** Someone new who has signed in; what is sent goes to them. */
    const arrive = async (options: BrowserContextOptions = {}) => {
      const { app, url } = service();
      const records = await app.records();
      const before = new Set((await records.people.people()).map(({ id }) => id));
      const code = await invite(records.people, 'learner', app.clock.now());
      const page = await visit(options);
      await page.goto(`${url}#code=${code}`);
      await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
      await lastAnswer(page).getByText('您的身份：学员').waitFor();
      const me = (await records.people.people()).find(({ id }) => !before.has(id));
      if (me === undefined) throw new Error('Expected a new person');
      const send = (sent: Omit<Sent, 'id'>) =>
        sendMessage(records, me.id, {
          ...sent,
          id: `message-${String(++messages).padStart(8, '0')}`,
        });
      return { page, send };
    };
    const notice = {
      ...{ title: '开班通知', buttons: noticeButtons() },
      kind: 'class',
      text: '请各位学员于 6 月 10 日上午九点前报到。\n请带好本人证件。',
    } as const;

    it('are no matter of a visitor', async () => {
      const page = await visit();
      expect(await page.getByRole('button', { name: /^消息/u }).count()).toBe(0);
    });

    it('are told of beside the menu, listed, opened, and then not told of any more', async () => {
      const { page, send } = await arrive({ viewport: PHONE });
      const bare = page.getByRole('button', { name: '消息', exact: true }).first();
      await bare.waitFor();
      await send(notice);
      await send({ text: '到了您选定的学习时间。', title: '学习提醒', buttons: studyButtons() });
      await page.reload();
      await page.getByRole('button', { name: '消息，2 条未读' }).click();
      await lastAnswer(page).getByText('我的消息，2 条未读').waitFor();
      await lastAnswer(page).getByRole('button', { name: '第 2 条' }).click();
      await lastAnswer(page).getByRole('heading', { name: '开班通知' }).waitFor();
      await lastAnswer(page).getByText('请带好本人证件。').waitFor();
      await page.getByRole('button', { name: '消息，1 条未读' }).waitFor();
      await lastAnswer(page).getByRole('button', { name: '收到' }).click();
      await page.getByText('好的，已收到，谢谢。').waitFor();
      await page.getByRole('button', { name: '消息，1 条未读' }).click();
      await lastAnswer(page).getByRole('button', { name: '第 1 条' }).click();
      await lastAnswer(page).getByRole('button', { name: '停止提醒' }).click();
      await lastAnswer(page).getByText('没有开启，不会发送').waitFor();
      expect(await page.locator('#unread').isHidden()).toBe(true);
    });

    it('are looked for each minute while the page is in sight, and at once when it is again', async () => {
      const { page, send } = await arrive();
      await page.clock.install();
      await page.reload();
      await page.getByRole('button', { name: '消息', exact: true }).first().waitFor();
      await send(notice);
      await page.clock.runFor(MINUTE_MS);
      await page.getByRole('button', { name: '消息，1 条未读' }).waitFor();
      await page.getByText('收到新消息。').waitFor();

      let looks = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/api/me')) looks++;
      });
      await show(page, 'hidden');
      await send(notice);
      await page.clock.runFor(5 * MINUTE_MS);
      expect(looks).toBe(0);
      await show(page, 'visible');
      await page.getByRole('button', { name: '消息，2 条未读' }).waitFor();
      expect(looks).toBe(1);
    });

    it('are looked for in vain where the service is away, without a word', async () => {
      const { page, send } = await arrive();
      await send(notice);
      await page.route('**/api/me', (route) => route.abort());
      await show(page, 'visible');
      await page.getByRole('button', { name: '消息', exact: true }).first().waitFor();
      await page.unroute('**/api/me');
      await show(page, 'visible');
      await page.getByRole('button', { name: '消息，1 条未读' }).waitFor();
    });

    it('leave room in the menu for its last entry, on a small phone too', async () => {
      const { page } = await arrive({ viewport: { width: 320, height: 480 } });
      await page.getByRole('button', { name: '菜单' }).click();
      const last = page.getByRole('button', { name: '退出登录' });
      await last.scrollIntoViewIfNeeded();
      const box = await last.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(480);
      expect(await page.locator('#menu').getByRole('button', { name: /^消息/u }).count()).toBe(0);
    });

    it('are no matter any more of someone who has signed out', async () => {
      const { page } = await arrive();
      page.on('dialog', (question) => question.accept());
      await page.getByRole('button', { name: '菜单' }).click();
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      expect(await page.locator('#messages-button').isHidden()).toBe(true);
    });

    describe.each([
      ['light', PHONE, 1],
      ['dark', PHONE, 1],
      ['light', DESK, 1],
      ['dark', DESK, 1],
      ['dark', PHONE, 2],
      ['light', DESK, 2],
    ] as const)('%s at %o, text × %d', (colorScheme, viewport, zoom) => {
      it('have no violation that axe finds and nothing to scroll sideways', async () => {
        const { page, send } = await arrive({ colorScheme, viewport, bypassCSP: true });
        for (let at = 0; at < 12; at++) await send(notice);
        await page.reload();
        await page.evaluate((scale) => {
          document.documentElement.style.fontSize = `${scale * 100}%`;
        }, zoom);
        await page.getByRole('button', { name: '消息，12 条未读' }).click();
        await lastAnswer(page).getByRole('button', { name: '更早的消息' }).waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await ask(page, '每周二、四 12:30 提醒我学习');
        await lastAnswer(page).getByText('已开启学习提醒').waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
    });
  },
);

/** As the browser tells a page that it goes out of sight and comes back. */
async function show(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
