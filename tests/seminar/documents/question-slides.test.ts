/// <reference lib="dom" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionSlides } from '../../../src/seminar/documents/question-slides.ts';
import type { Kit } from '../../../src/seminar/kit.ts';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH, launchBrowser } from '../../support/browser.ts';
import { DESK, needingBrowser, PHONE } from '../../support/page-visits.ts';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';

const HEAD = { className: '各县干训干部班', date: '2026-03-12' };
const FIRST = SAMPLE_KIT.questions[0] as Kit['questions'][number];

describe('slides of questions', () => {
  it('name the topic, then ask every question by stage', () => {
    const page = questionSlides(SAMPLE_KIT, HEAD);
    const slides = page.split('<section').slice(1);
    expect(slides).toHaveLength(1 + SAMPLE_KIT.questions.length);
    for (const words of [SAMPLE_KIT.order.topic, SAMPLE_KIT.focus, ...SAMPLE_KIT.rules]) {
      expect(slides[0]).toContain(words);
    }
    SAMPLE_KIT.questions.forEach(({ text, followUps, stage }, at) => {
      for (const words of [text, ...followUps, `>${stage}</b>`, `第${at + 1}题，共12题`]) {
        expect(slides[at + 1]).toContain(words);
      }
    });
  });

  it('say how far policy text carries the topic where it does not carry it whole', () => {
    const note = '规划中没有与本主题直接有关的表述。';
    const kit = { ...SAMPLE_KIT, grounding: 'none' as const, groundingNote: note };
    expect(questionSlides(kit, HEAD)).toContain(`政策依据说明：${note}`);
    expect(questionSlides(SAMPLE_KIT, HEAD)).not.toContain('政策依据说明');
  });

  it('ask for nothing beyond the file', () => {
    const page = questionSlides(SAMPLE_KIT, HEAD);
    expect(page).not.toMatch(/https?:|<(?:link|img|iframe)|\ssrc=|url\(|@import/u);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('unsafe-inline');
  });
});

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('slides in a browser'),
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    const folder = mkdtempSync(join(tmpdir(), 'slides-'));
    beforeAll(async () => {
      browser = await launchBrowser(BROWSER_PATH as string);
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Opens the file as a trainer does, from a disk; whatever the page complains of is collected. */
    async function open(kit: Kit, options: BrowserContextOptions = {}) {
      const file = join(folder, `${Math.random()}.html`);
      writeFileSync(file, questionSlides(kit, HEAD));
      const context = await browser.newContext({ viewport: DESK, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(pathToFileURL(file).href)) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      return { page, complaints };
    }

    const seen = (page: Page, words: string) => page.getByText(words, { exact: true }).isVisible();

    it('go on by key and by click, follow-ups after the question', async () => {
      const { page, complaints } = await open(SAMPLE_KIT);
      const [followUp = ''] = FIRST.followUps;
      expect(await seen(page, SAMPLE_KIT.focus)).toBe(true);
      expect(await seen(page, FIRST.text)).toBe(false);
      await page.keyboard.press('ArrowRight');
      expect(await seen(page, FIRST.text)).toBe(true);
      expect(await seen(page, followUp)).toBe(false);
      await page.mouse.click(1000, 400);
      expect(await seen(page, followUp)).toBe(true);
      await page.keyboard.press('PageDown');
      expect(await seen(page, FIRST.text)).toBe(false);
      expect(await seen(page, SAMPLE_KIT.questions[1]?.text as string)).toBe(true);
      // The same slide after a reload.
      await page.reload();
      expect(await seen(page, SAMPLE_KIT.questions[1]?.text as string)).toBe(true);
      await page.mouse.click(50, 400);
      expect(await seen(page, followUp)).toBe(true);
      await page.keyboard.press('ArrowLeft');
      expect(await seen(page, followUp)).toBe(false);
      await page.keyboard.press('Home');
      expect(await seen(page, SAMPLE_KIT.focus)).toBe(true);
      for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press(' ');
      expect(await page.locator('#status').textContent()).toContain('已到最后一页');
      expect(complaints).toEqual([]);
    });

    it('are read from the back of a room: letters of a twentieth of the height and more', async () => {
      const { page } = await open(SAMPLE_KIT);
      for (let at = 0; at < SAMPLE_KIT.questions.length; at += 1) {
        await page.keyboard.press('ArrowRight');
        expect(await letters(page, '.shown .question')).toBeGreaterThanOrEqual(DESK.height / 16);
        await page.keyboard.press('ArrowRight');
        expect(await letters(page, '.shown .more li')).toBeGreaterThanOrEqual(DESK.height / 20);
      }
    });

    it('hold the longest question without scrolling', async () => {
      const long =
        '怎样在训前两周之内把参训干部的岗位短板问清楚并逐项写进培训计划和课程安排'.repeat(4);
      const question = { ...FIRST, text: long, followUps: [long, long, long] };
      const rules = Array(9).fill('全组始终处在同一个阶段，问题没有谈透，不进入对策。');
      const order = { ...SAMPLE_KIT.order, topic: long.slice(0, 100) };
      const { page } = await open({
        ...SAMPLE_KIT,
        order,
        rules,
        focus: long,
        questions: [question],
      });
      const rest = () =>
        page.locator('.shown').evaluate((slide) => slide.scrollHeight - slide.clientHeight);
      expect(await rest()).toBe(0);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await rest()).toBe(0);
    });

    it('are a page to read without a script and on a phone', async () => {
      for (const options of [{ javaScriptEnabled: false }, { viewport: PHONE }]) {
        const { page, complaints } = await open(SAMPLE_KIT, options);
        for (const { text, followUps } of SAMPLE_KIT.questions) {
          for (const words of [text, ...followUps]) expect(await seen(page, words)).toBe(true);
        }
        expect(complaints).toEqual([]);
        if (options.viewport !== undefined) expect(await overflow(page)).toBe(0);
      }
    });

    it('print a question a page, with its follow-ups', async () => {
      const { page } = await open(SAMPLE_KIT);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/gu)];
      expect(pages).toHaveLength(1 + SAMPLE_KIT.questions.length);
      await page.emulateMedia({ media: 'print' });
      expect(await seen(page, FIRST.followUps[0] as string)).toBe(true);
    });

    it('run nothing that a kit holds', async () => {
      const hostile =
        '<img src=x onerror="document.title=1"><script>document.title=1</script>\u0001"\'&';
      const questions = [{ ...FIRST, text: hostile, stage: hostile, followUps: [hostile] }];
      const order = { ...SAMPLE_KIT.order, topic: hostile };
      const { page } = await open({
        ...SAMPLE_KIT,
        order,
        focus: hostile,
        rules: [hostile],
        questions,
      });
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('.shown .question').textContent()).toBe(
        hostile.replace('\u0001', ''),
      );
      expect(await page.title()).toContain('研讨题目：');
    });

    it('have nothing that axe objects to', async () => {
      const { page } = await open(SAMPLE_KIT, { bypassCSP: true });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await violations(page)).toEqual([]);
    });
  },
);

/** Least height of letters in pixels. */
function letters(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .evaluateAll((found) =>
      Math.min(...found.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
    );
}
