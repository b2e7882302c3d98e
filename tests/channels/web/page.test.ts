/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { BROWSER_PATH } from '../../support/browser.ts';
import { ask, lastAnswer, needingBrowser, visitPlan } from '../../support/page-visits.ts';

const TEACHERS = '国家级培训机构每年培训多少名骨干教师？';
const FIGURE = '国家级干部教育培训机构每年培训2000名';

describe.skipIf(BROWSER_PATH === null)(needingBrowser('the page'), { timeout: 60_000 }, () => {
  const { visit } = visitPlan();

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

  it('copies a quote with its source line', async () => {
    const page = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await ask(page, TEACHERS);
    await lastAnswer(page).getByRole('button', { name: '复制引文' }).first().click();
    await page.getByRole('status').getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^「.*2000名.*」——《全国干部教育培训规划（2023—2027年）》五（二）$/u);
  });

  it('copies on plain http too, where there is no clipboard to write to', async () => {
    const page = await visit();
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await ask(page, TEACHERS);
    await lastAnswer(page).getByRole('button', { name: '复制引文' }).first().click();
    await page.getByRole('status').getByText('已复制').waitFor();
    const input = page.getByLabel('输入问题');
    await input.focus();
    await page.keyboard.press('Control+V');
    expect(await input.inputValue()).toContain(FIGURE);
  });

  it('forgets the conversation that is cleared by a word', async () => {
    const page = await visit();
    await ask(page, TEACHERS);
    await lastAnswer(page).getByText(FIGURE).waitFor();
    await ask(page, '清除记录');
    await lastAnswer(page).getByRole('button', { name: '确定清除' }).click();
    await page.getByRole('status').getByText('记录已清除').waitFor();
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
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
});
