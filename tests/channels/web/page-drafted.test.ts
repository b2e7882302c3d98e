import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../support/accessibility.ts';
import { BROWSER_PATH, launchBrowser } from '../../support/browser.ts';
import type { ModelDouble, Piece } from '../../support/model-double/model-double.ts';
import { startModelDouble } from '../../support/model-double/start-model-double.ts';
import { settingsFor } from '../../support/model-house.ts';
import { answered, claim, passageWith, play, taskOf } from '../../support/model-script.ts';
import { type PlanService, servePlan } from '../../support/plan-service.ts';

const RIGHT = '要出台干部网络培训学时管理办法。';
const WRONG = '各单位必须完成550学时。';

describe.skipIf(BROWSER_PATH === null)('the page with a model', () => {
  let browser: Browser;
  let double: ModelDouble;
  let service: PlanService;
  beforeAll(async () => {
    browser = await launchBrowser(BROWSER_PATH as string);
    double = await startModelDouble();
    service = await servePlan(undefined, true, settingsFor(double));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
    await double.close();
  });

  const visit = async (): Promise<Page> => {
    const context = await browser.newContext({
      bypassCSP: true,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(service.url);
    await page.getByText('您好，我是干训助手').waitFor();
    return page;
  };
  const say = async (page: Page, text: string) => {
    await page.getByLabel('输入问题').fill(text);
    await page.getByLabel('输入问题').press('Enter');
  };

  it('shows a claim with its quote while the draft is still being written, and never a wrong one', async () => {
    play(double, {
      answer: (request) => {
        const quote = [
          passageWith(request, '学时管理办法'),
          '出台干部网络培训学时管理办法',
        ] as const;
        const text = JSON.stringify(answered(claim(RIGHT, quote), claim(WRONG, quote)));
        const at = text.indexOf(WRONG);
        const pause = { pauseMs: 1500 };
        const pieces: Piece[] = ['{', pause, text.slice(1, at), pause, text.slice(at)];
        return { kind: 'text', text: pieces };
      },
      repair: answered(),
    });
    const page = await visit();
    await say(page, '网络培训学时怎么管理？');
    await page.getByText('正在').first().waitFor();
    const answer = page.getByRole('article').last();
    await answer.getByText(RIGHT).waitFor();
    await answer.getByRole('button', { name: '复制引文' }).waitFor();
    expect(await answer.getByRole('button', { name: '没帮助' }).count()).toBe(0);
    await answer.getByRole('button', { name: '没帮助' }).waitFor();
    expect(await page.getByText('550').count()).toBe(0);
    expect(await page.getByText('正在起草').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('goes on with the same reply where the page is loaded anew meanwhile', async () => {
    const pause = { pauseMs: 1500 };
    play(double, {
      answer: (request) => {
        const quote = [
          passageWith(request, '学时管理办法'),
          '出台干部网络培训学时管理办法',
        ] as const;
        const draft = JSON.stringify(answered(claim(RIGHT, quote)));
        return { kind: 'text', text: ['{', pause, ' ', pause, ' ', pause, draft.slice(1)] };
      },
    });
    const page = await visit();
    const asked = () => double.requests.filter((request) => taskOf(request) === 'answer').length;
    const before = asked();
    await say(page, '网络培训学时怎么管理？');
    await page.getByText('正在起草').waitFor();
    await page.reload();
    const answer = page.getByRole('article', { name: '问：网络培训学时怎么管理？' });
    await answer.getByText('正在').waitFor();
    await answer.getByText(RIGHT).waitFor();
    expect(asked()).toBe(before + 1);
    await answer.getByRole('button', { name: '没帮助' }).waitFor();
    await page.reload();
    await answer.getByText(RIGHT).waitFor();
    expect(await answer.count()).toBe(1);
    await page.context().close();
  }, 60_000);

  it('asks for a tap before a request is carried out', async () => {
    play(double, {
      read: { kind: 'request', question: '登上', language: 'zh', searches: [] },
      agent: {
        kind: 'tools',
        calls: [{ name: 'record_study', input: { what: '五（二）', day: null } }],
      },
    });
    const page = await visit();
    await page.getByRole('button', { name: '学员', exact: true }).click();
    await page.getByText('您的身份').waitFor();
    await say(page, '帮我把五（二）登到学习档案里');
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText('已记录：').waitFor();
    await page.context().close();
  }, 60_000);
});
