import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFile } from '../../../src/questionnaire/report/report-file.ts';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH, launchBrowser } from '../../support/browser.ts';
import * as evaluation from './evaluation-fixture.ts';
import { hostile } from './hostile.ts';
import * as needs from './needs-fixture.ts';

type Fixture = Pick<typeof needs, 'ANALYSIS' | 'QUESTIONNAIRE' | 'HEAD'>;

async function htmlOf({ ANALYSIS, QUESTIONNAIRE, HEAD }: Fixture): Promise<string> {
  return new TextDecoder().decode(await reportFile(ANALYSIS, QUESTIONNAIRE, HEAD, 'html'));
}

const html = await htmlOf(needs);

describe('the page of a report', () => {
  it('asks for nothing else and runs nothing', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/u);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#|&quot;#)/u);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, one]) => one);
    expect(addresses.filter((one) => !one?.startsWith('#'))).toEqual([]);
    expect(html).toContain("default-src 'none'");
  });

  it('names its pictures, tells them in words, and has their figures beside them', () => {
    const svgs = [...html.matchAll(/<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"/gu)];
    expect(svgs).toHaveLength(9);
    for (const [, title, description] of svgs) {
      expect(html).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`, 'u'));
      expect(html).toMatch(new RegExp(`<desc id="${description}">[^<]{10,}</desc>`, 'u'));
    }
    const figures = [...html.matchAll(/<figure>.*?<\/figure>/gsu)].map(([one]) => one);
    // The plot and the ranking have the table of the needs between them.
    expect(figures.filter((one) => !one.includes('<table>'))).toHaveLength(2);
  });

  it('gives no two things the same name', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets nothing that people write be more than words', async () => {
    for (const fixture of [needs, evaluation]) {
      const page = await htmlOf({
        ANALYSIS: hostile(fixture.ANALYSIS),
        QUESTIONNAIRE: hostile(fixture.QUESTIONNAIRE),
        HEAD: hostile(fixture.HEAD),
      });
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page).not.toContain('<img');
      expect(page).not.toMatch(/[\u0001\u202E]/u);
    }
  });
});

describe.skipIf(BROWSER_PATH === null)('the page of a report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(BROWSER_PATH as string);
  });
  afterAll(() => browser?.close());

  async function opened(
    words: string,
    width: number,
    colorScheme: 'light' | 'dark',
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 844 }, colorScheme, bypassCSP: true },
    });
    try {
      const page = await context.newPage();
      await page.setContent(words);
      await use(page);
    } finally {
      await context.close();
    }
  }

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1200, 'light'],
    [1200, 'dark'],
  ] as const)('has nothing that axe objects to at %i in %s', async (width, scheme) => {
    for (const fixture of [needs, evaluation]) {
      await opened(await htmlOf(fixture), width, scheme, async (page) => {
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });
    }
  });

  it('has its words in a picture as large as can be read on a phone', async () => {
    await opened(html, 390, 'light', async (page) => {
      const sizes = await page.$$eval('svg.chart text', (texts) =>
        texts.map((text) => text.getBoundingClientRect().height),
      );
      expect(sizes.length).toBeGreaterThan(100);
      expect(Math.min(...sizes)).toBeGreaterThan(9);
    });
  });

  it('follows the colours of the page', async () => {
    const ink = async (scheme: 'light' | 'dark') => {
      let colour = '';
      await opened(html, 1200, scheme, async (page) => {
        colour = await page.$eval('svg.chart text[fill^="var(--ink"]', (text) => {
          return getComputedStyle(text).fill;
        });
      });
      return colour;
    };
    expect(await ink('light')).toBe('rgb(31, 29, 26)');
    expect(await ink('dark')).toBe('rgb(239, 234, 226)');
  });
});
