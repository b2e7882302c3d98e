/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ReplyEvent } from '../../../src/conversation/reply.ts';
import { BROWSER_PATH } from '../../support/browser.ts';
import { ask, lastAnswer, needingBrowser, visitPlan } from '../../support/page-visits.ts';
import { begin, end, words, working } from './fake-conversation.ts';
import { parts, quote, tellReply } from './told-reply.ts';

const QUESTION = '县级以上党政机关的培训经费怎样保障？';
const FIGURE = '国家级干部教育培训机构每年培训2000名';
/** Pixels; the head of the page takes this much. */
const HEAD = 72;

/** Taller than a screen. */
function long(text: string): ReplyEvent {
  return words(`${text}\n`.repeat(40));
}

/** Pixels between the head of the page and the start of the last turn, rounded as browsers do. */
function offset(page: Page): Promise<number> {
  return lastAnswer(page).evaluate(
    (article, head) => Math.floor(Math.abs(article.getBoundingClientRect().top - head)),
    HEAD,
  );
}

const scrolled = (page: Page) =>
  page.evaluate(() => Math.round(document.documentElement.scrollTop));

/** Scrolls as a reader does, until the page stands still. */
async function scrollBy(page: Page, pixels: number): Promise<number> {
  await page.mouse.move(400, 400);
  const before = await scrolled(page);
  await page.mouse.wheel(0, pixels);
  await expect.poll(() => scrolled(page)).toBe(before + pixels);
  return before + pixels;
}

/** Long enough for a page to have scrolled by itself. */
const settle = (page: Page) => page.waitForTimeout(800);

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('the page that a reply grows on'),
  { timeout: 60_000 },
  () => {
    const { visit, meddle } = visitPlan();

    it.each(['reduce', 'no-preference'] as const)(
      'brings the start of the turn into sight and leaves it there, with motion: %s',
      async (reducedMotion) => {
        const page = await visit({ reducedMotion });
        const tell = tellReply(meddle);
        await ask(page, QUESTION);
        await tell(begin, working('正在核对引文…'));
        for (let count = 1; count <= 4; count++) {
          await tell(words('经费列入年度财政预算。\n'.repeat(8)));
          await expect.poll(() => parts(page)).toHaveLength(count);
        }
        await expect.poll(() => offset(page)).toBe(0);
        await tell(long('专款专用。'), end);
        await settle(page);
        expect(await offset(page)).toBe(0);
      },
    );

    it.each([
      ['back to what was said before', -300],
      ['on into the answer', 300],
    ])('leaves a reader in peace who has scrolled %s', async (_, pixels) => {
      const page = await visit();
      const tell = tellReply(meddle);
      await ask(page, QUESTION);
      await tell(begin, long('经费列入年度财政预算。'));
      await expect.poll(() => offset(page)).toBe(0);
      const place = await scrollBy(page, pixels);
      await tell(working('正在核对引文…'));
      await lastAnswer(page).getByText('正在核对引文…').waitFor();
      await tell(quote(1, FIGURE), long('专款专用。'));
      await settle(page);
      expect(await scrolled(page)).toBe(place);
      await tell(end);
      await settle(page);
      expect(await scrolled(page)).toBe(place);
    });

    it('leaves the keyboard where it is', async () => {
      const page = await visit();
      const tell = tellReply(meddle);
      await ask(page, QUESTION);
      const input = page.getByLabel('输入问题');
      await input.focus();
      await page.keyboard.type('下一个');
      await tell(begin, working('正在核对引文…'), quote(1, FIGURE), words('专款专用。'));
      await expect.poll(() => parts(page)).toHaveLength(2);
      await page.keyboard.type('问题');
      await tell(end);
      await settle(page);
      await page.keyboard.type('？');
      expect(await input.inputValue()).toBe('下一个问题？');
    });
  },
);
