import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { BROWSER_PATH, launchBrowser } from './browser.ts';
import { type PlanService, servePlan } from './plan-service.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

/** Stands between the page and the conversation, for a test that wants to meddle. */
export type Meddle = (original: Conversation['respond']) => Conversation['respond'];

export interface PageVisits {
  /** A new visitor who has read the welcome; anything that breaks on the page fails the test. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  service(): PlanService;
  /** From now to the end of the test. */
  meddle(how: Meddle): void;
}

/** A name for tests of the page, which says so where they cannot run. */
export function needingBrowser(name: string): string {
  return BROWSER_PATH === null ? `${name} (skipped: no Chromium found)` : name;
}

/** A browser and the service over the plan, for the tests of one describe. */
export function visitPlan(hasDemo = false): PageVisits {
  let browser: Browser;
  let service: PlanService;
  let meddling: Meddle | null = null;

  beforeAll(async () => {
    browser = await launchBrowser(BROWSER_PATH as string);
    service = await servePlan(
      (conversation) => ({
        ...conversation,
        respond: (incoming, emit, left) =>
          (meddling?.(conversation.respond) ?? conversation.respond)(incoming, emit, left),
      }),
      hasDemo,
    );
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  return {
    service: () => service,
    meddle: (how) => {
      meddling = how;
      onTestFinished(() => {
        meddling = null;
      });
    },
    visit: async (options = {}) => {
      const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN', ...options });
      const page = await context.newPage();
      const wrong = watch(page, service.url);
      onTestFinished(async () => {
        await context.close();
        expect(wrong).toEqual([]);
      });
      await page.goto(service.url);
      await page.getByText('您好，我是干训助手').waitFor();
      return page;
    },
  };
}

/** Collects what must not happen: errors, and requests that leave the page's own origin. */
function watch(page: Page, origin: string): readonly string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => {
    // A refused message is an answer with an error status, which the browser notes as well.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      wrong.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) wrong.push(`left its origin: ${request.url()}`);
  });
  return wrong;
}

export async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('输入问题').fill(question);
  await page.getByRole('button', { name: '发送' }).click();
}

export function lastAnswer(page: Page): Locator {
  return page.getByRole('log').getByRole('article').last();
}
