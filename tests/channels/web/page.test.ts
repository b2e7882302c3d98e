/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Conversation } from '../../../src/conversation/conversation.ts';
import { BROWSER_PATH, launchBrowser } from '../../support/browser.ts';
import { type PlanService, servePlan } from '../../support/plan-service.ts';

const TEACHERS = '国家级培训机构每年培训多少名骨干教师？';
const FIGURE = '国家级干部教育培训机构每年培训2000名';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
const FIRST_SCREEN_BYTES = 100_000;

const name = BROWSER_PATH === null ? 'the page (skipped: no Chromium found)' : 'the page';

describe.skipIf(BROWSER_PATH === null)(name, { timeout: 60_000 }, () => {
  let browser: Browser;
  let service: PlanService;
  /** Set by a test that wants to meddle with the conversation. */
  let respond: ((original: Conversation['respond']) => Conversation['respond']) | null = null;

  beforeAll(async () => {
    browser = await launchBrowser(BROWSER_PATH as string);
    service = await servePlan((conversation) => ({
      ...conversation,
      respond: (incoming, emit) =>
        (respond?.(conversation.respond) ?? conversation.respond)(incoming, emit),
    }));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  /** A new visitor who has read the welcome; anything that breaks on the page fails the test. */
  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN', ...options });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
        wrong.push(message.text());
      }
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(service.url)) wrong.push(`left its origin: ${request.url()}`);
    });
    onTestFinished(async () => {
      respond = null;
      await context.close();
      expect(wrong).toEqual([]);
    });
    await page.goto(service.url);
    await page.getByText('您好，我是干训助手').waitFor();
    return page;
  }

  async function ask(page: Page, question: string): Promise<void> {
    await page.getByLabel('输入问题').fill(question);
    await page.getByRole('button', { name: '发送' }).click();
  }

  const lastAnswer = (page: Page) => page.getByRole('log').getByRole('article').last();

  it('answers with a quote, its place, and the passage behind it with the quote marked', async () => {
    const page = await visit();
    await ask(page, TEACHERS);
    await lastAnswer(page).getByText('每年培训2000名').first().waitFor();
    const quote = lastAnswer(page).locator('figure').first();
    expect(await quote.innerText()).toContain(FIGURE);
    expect(await quote.locator('figcaption').innerText()).toContain('五（二）');

    await quote.getByRole('button', { name: '查看原文' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('mark').first().waitFor();
    expect(
      await sheet
        .locator('mark')
        .allInnerTexts()
        .then((all) => all.join('')),
    ).toContain(FIGURE);
    const before = await sheet.innerText();
    await sheet.getByRole('button', { name: '下一段' }).click();
    await expect.poll(() => sheet.innerText()).not.toBe(before);
    await sheet.getByRole('button', { name: '上一段' }).click();
    await expect.poll(() => sheet.innerText()).toContain(FIGURE);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('understands a follow-up, takes feedback, and keeps all of it over a reload', async () => {
    const page = await visit();
    await ask(page, TEACHERS);
    await lastAnswer(page).getByText(FIGURE).waitFor();
    await lastAnswer(page).getByRole('button', { name: '有用' }).click();
    await page.getByRole('status').getByText('已记录').waitFor();
    await ask(page, '那市县两级呢？');
    await lastAnswer(page).getByText('按上文理解为').waitFor();
    await lastAnswer(page).getByText('省级党校（行政学院）5年内').first().waitFor();

    await page.reload();
    await lastAnswer(page).getByText('按上文理解为').waitFor();
    const useful = page.getByRole('button', { name: '有用', exact: true });
    expect(await useful.first().getAttribute('aria-pressed')).toBe('true');
    expect(await useful.last().getAttribute('aria-pressed')).toBe('false');
    await lastAnswer(page).getByRole('button', { name: '查看原文' }).first().click();
    await page.getByRole('dialog').locator('mark').first().waitFor();
  });

  it('asks a related question at one tap', async () => {
    const page = await visit();
    const example = page.getByRole('article').first().getByRole('button').last();
    const question = await example.innerText();
    await example.click();
    await expect.poll(() => page.getByRole('article').count()).toBe(2);
    await lastAnswer(page).locator('figure').first().waitFor();
    expect(await lastAnswer(page).innerText()).toContain(question.trim());
  });

  it('shows a refusal with what is near, told apart from quotes', async () => {
    const page = await visit();
    await ask(page, '中期评估什么时候开展？');
    await lastAnswer(page).getByText('现有资料未载明').waitFor();
    await ask(page, '帮我订一张去北京的机票');
    await lastAnswer(page).getByText('超出范围').waitFor();
    expect(await lastAnswer(page).locator('figure').count()).toBe(0);
  });

  it('says what is wrong with a message beside the input and keeps the words', async () => {
    const page = await visit();
    const long = '问'.repeat(2001);
    await ask(page, long);
    await page.getByText('问题过长').waitFor();
    expect(await page.getByLabel('输入问题').inputValue()).toBe(long);
    await ask(page, '？？？');
    await page.getByText('没有看到文字').waitFor();
  });

  it('works by keyboard alone', async () => {
    const page = await visit();
    await page.getByLabel('输入问题').focus();
    await page.keyboard.type(TEACHERS);
    await page.keyboard.press('Enter');
    await lastAnswer(page).getByText(FIGURE).waitFor();
    const reach = async (label: string) => {
      for (let presses = 0; presses < 60; presses++) {
        const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
        if (focused === label) return;
        await page.keyboard.press('Shift+Tab');
      }
      throw new Error(`Expected to reach "${label}" by keyboard`);
    };
    await reach('查看原文');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('mark').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('查看原文');
  });

  it('does not send while an input method composes, and breaks lines at Shift+Enter', async () => {
    const page = await visit();
    const input = page.getByLabel('输入问题');
    await input.fill('经费');
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await input.press('Shift+Enter');
    expect(await input.inputValue()).toBe('经费\n');
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('copies a quote with its source line', async () => {
    const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await ask(page, TEACHERS);
    await lastAnswer(page).getByRole('button', { name: '复制引文' }).first().click();
    await page.getByRole('status').getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^「.*2000名.*」——《全国干部教育培训规划（2023—2027年）》五（二）$/u);
  });

  it('shows whatever is typed as text', async () => {
    const page = await visit();
    const typed = '<img src=x onerror=alert(1)> <b>培训经费</b> & **专款专用** javascript:alert(1)';
    await ask(page, typed);
    await expect.poll(() => page.getByRole('article').count()).toBe(2);
    await page.getByRole('log').getByText(typed).first().waitFor();
    expect(await page.getByRole('log').locator('img, b').count()).toBe(0);
  });

  it('sends once at a double click', async () => {
    const page = await visit();
    await page.getByLabel('输入问题').fill(TEACHERS);
    await page.getByRole('button', { name: '发送' }).dblclick();
    await lastAnswer(page).getByText(FIGURE).waitFor();
    await page.reload();
    await lastAnswer(page).getByText(FIGURE).waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
  });

  it('gets the whole reply after a connection that broke in mid-stream', async () => {
    const page = await visit();
    let breaks = 1;
    await page.route('**/api/messages', async (route) => {
      if (breaks-- <= 0) return route.continue();
      const whole = await (await route.fetch()).text();
      const half = whole.slice(0, whole.indexOf('\n') + 40);
      await route.fulfill({ status: 200, contentType: 'application/x-ndjson', body: half });
    });
    await ask(page, TEACHERS);
    await lastAnswer(page).getByText(FIGURE).waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
    await page.reload();
    await lastAnswer(page).getByText(FIGURE).waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
  });

  it('says so when the connection stays broken, and tries again at a tap', async () => {
    const page = await visit();
    await page.route('**/api/messages', (route) => route.abort());
    await ask(page, TEACHERS);
    const again = page.getByRole('button', { name: '重试' });
    await again.waitFor();
    await page.unroute('**/api/messages');
    await again.click();
    await lastAnswer(page).getByText(FIGURE).waitFor();
  });

  it('shows what has come while the rest is made', async () => {
    const page = await visit();
    let go: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    respond = (original) => async (incoming, emit) => {
      const events: Parameters<typeof emit>[0][] = [];
      await original(incoming, (event) => events.push(event));
      for (const event of events.slice(0, 2)) emit(event);
      await gate;
      for (const event of events.slice(2)) emit(event);
    };
    await ask(page, TEACHERS);
    await lastAnswer(page).getByText('每年培训2000名').first().waitFor();
    expect(await lastAnswer(page).locator('figure').count()).toBe(0);
    go();
    await lastAnswer(page).locator('figure').first().waitFor();
  });

  it('forgets the conversation once that is confirmed', async () => {
    const page = await visit();
    await ask(page, TEACHERS);
    await lastAnswer(page).getByText(FIGURE).waitFor();
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByText('清除记录').first().click();
    await page.getByRole('dialog').getByRole('button', { name: '清除', exact: true }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    await page.reload();
    await page.getByText('您好，我是干训助手').waitFor();
    expect(await page.getByText(FIGURE).count()).toBe(0);
  });

  it('comes in less than 100 KB', async () => {
    const context = await browser.newContext({ viewport: PHONE });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(service.url);
    await page.getByText('您好，我是干训助手').waitFor();
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
});

async function violations(page: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
