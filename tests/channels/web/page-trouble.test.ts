import { describe, expect, it } from 'vitest';
import { BROWSER_PATH } from '../../support/browser.ts';
import { ask, lastAnswer, needingBrowser, visitPlan } from '../../support/page-visits.ts';

const TEACHERS = '国家级培训机构每年培训多少名骨干教师？';
const FIGURE = '国家级干部教育培训机构每年培训2000名';

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('the page in trouble'),
  { timeout: 60_000 },
  () => {
    const { visit, meddle } = visitPlan();

    it('says what is wrong with a message beside the input and keeps the words', async () => {
      const page = await visit();
      const long = '问'.repeat(2001);
      await ask(page, long);
      await page.getByText('问题过长').waitFor();
      expect(await page.getByLabel('输入问题').inputValue()).toBe(long);
      await ask(page, '？？？');
      await page.getByText('没有看到文字').waitFor();
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

    it('shows whatever is typed as text', async () => {
      const page = await visit();
      const typed =
        '<img src=x onerror=alert(1)> <b>培训经费</b> & **专款专用** javascript:alert(1)';
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
        const half = whole.slice(0, whole.indexOf('event: block') + 60);
        await route.fulfill({ status: 200, contentType: 'text/event-stream', body: half });
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
      meddle((original) => async (incoming, emit) => {
        const events: Parameters<typeof emit>[0][] = [];
        await original(incoming, (event) => events.push(event));
        for (const event of events.slice(0, 2)) emit(event);
        await gate;
        for (const event of events.slice(2)) emit(event);
      });
      await ask(page, TEACHERS);
      await lastAnswer(page).getByText('每年培训2000名').first().waitFor();
      expect(await lastAnswer(page).locator('figure').count()).toBe(0);
      go();
      await lastAnswer(page).locator('figure').first().waitFor();
    });

    it('shows files to download and describes pictures', async () => {
      const page = await visit();
      const file = { id: 'f', name: '学习地图.png', mediaType: 'image/png', size: 2048 };
      meddle(() => async (_incoming, emit) => {
        emit({ kind: 'begin', placement: 'turn', said: '' });
        emit({ kind: 'block', block: { kind: 'file', file } });
        emit({ kind: 'block', block: { kind: 'picture', file, description: '我的学习地图' } });
        emit({ kind: 'end', turn: 't' });
      });
      await ask(page, '学习地图');
      const link = lastAnswer(page).getByRole('link', { name: '学习地图.png' });
      await link.waitFor();
      expect(await link.getAttribute('href')).toBe('api/files/f');
      expect(await lastAnswer(page).getByRole('img').getAttribute('alt')).toBe('我的学习地图');
    });
  },
);
