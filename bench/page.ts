import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import { BROWSER_PATH, launchBrowser } from '../tests/support/browser.ts';
import { servePlan } from '../tests/support/plan-service.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';

const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
const ASKED = 60;

/** Milliseconds from Enter to the painted answer in a real browser, and bytes of the first screen. */
export async function benchPage(report: Report): Promise<void> {
  if (BROWSER_PATH === null) return report({ bench: 'page', skipped: 'no Chromium found' });
  const browser = await launchBrowser(BROWSER_PATH);
  const service = await servePlan();
  try {
    const page = await browser.newPage();
    await page.goto(service.url);
    await page.getByText('您好，我是干训助手').waitFor();
    const firstScreenBytes = await bytesLoaded(page);
    const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).slice(0, ASKED);
    const times: number[] = [];
    for (const { question } of questions) times.push(await millisecondsToAnswer(page, question));
    report({
      bench: 'page',
      firstScreenBytes,
      p50: round(medianOf(times)),
      p99: round(quantileOf(times, 0.99)),
    });
  } finally {
    await browser.close();
    await service.close();
  }
}

/** Uncompressed, of all that the first screen asks for. */
function bytesLoaded(page: Page): Promise<number> {
  return page.evaluate(`
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .reduce((sum, entry) => sum + entry.decodedBodySize, 0)`);
}

/** Measured inside the page, from the key to the frame after the reply's last block. */
async function millisecondsToAnswer(page: Page, question: string): Promise<number> {
  await page.getByLabel('输入问题').fill(question);
  const measured = page.evaluate<number>(`new Promise((resolve) => {
    let begun = 0;
    const log = document.getElementById('log');
    const groups = () => log.querySelectorAll('.feedback').length;
    const before = groups();
    addEventListener('keydown', () => { begun = performance.now(); }, { once: true, capture: true });
    const observer = new MutationObserver(() => {
      if (groups() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    });
    observer.observe(log, { childList: true, subtree: true });
  })`);
  await page.getByLabel('输入问题').press('Enter');
  return measured;
}
