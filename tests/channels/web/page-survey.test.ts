/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH } from '../../support/browser.ts';
import { ask, DESK, needingBrowser, PHONE, visitPlan } from '../../support/page-visits.ts';
import { publishSurvey, SURVEY, SURVEY_CODE } from '../../support/survey-house.ts';

const TITLE = '2028年县处级领导干部培训需求问卷';
const NARROW = { width: 320, height: 640 };

const card = (page: Page): Locator => page.locator('article.card');
const press = (page: Page, name: string) =>
  card(page).getByRole('button', { name, exact: true }).click();
const isAt = (page: Page, number: number) =>
  card(page)
    .locator('legend')
    .filter({ hasText: new RegExp(`^${number}\\. `, 'u') })
    .waitFor();

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#survey=${SURVEY_CODE}`);
  await page
    .getByRole('button', { name: /^(?:开始|继续)填写$/u })
    .last()
    .click();
  await card(page).locator('legend').waitFor();
}

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('a questionnaire on the page'),
  { timeout: 60_000 },
  () => {
    const { visit, service, meddle } = visitPlan();
    beforeAll(async () => {
      await publishSurvey(await service().app.records(), [], { code: SURVEY_CODE });
    }, 60_000);

    it('is opened by a link, answered one question at a time, and submitted', async () => {
      const page = await visit({ viewport: PHONE });
      await open(page, service().url);
      await isAt(page, 1);
      const legend = card(page).locator('legend');
      expect(await legend.evaluate((one) => one === document.activeElement)).toBe(true);
      await card(page).getByRole('radio', { name: '县处级副职' }).click();
      await isAt(page, 2);
      expect(await card(page).getByRole('progressbar').getAttribute('value')).toBe('1');
      await card(page).getByRole('radio', { name: '参加过', exact: true }).click();
      await isAt(page, 3);
      await card(page).getByLabel('您的回答（天）').fill('300');
      await press(page, '先跳过');
      await card(page).getByText('请填写 0 到 200 之间的数（天）').waitFor();
      await card(page).getByLabel('您的回答（天）').fill('１２');
      await page.keyboard.press('Enter');
      await isAt(page, 4);
      const first = card(page).getByRole('checkbox', { name: '工学矛盾突出' });
      await first.click();
      await card(page).locator('[aria-checked="true"]').waitFor();
      expect(await first.evaluate((one) => one === document.activeElement)).toBe(true);
      await card(page).getByRole('checkbox', { name: '其他（请注明）' }).click();
      await card(page).getByLabel('请写明具体内容').fill('3');
      await press(page, '下一题');
      await isAt(page, 5);
      await press(page, '上一题');
      await card(page).getByLabel('请写明具体内容').waitFor();
      expect(await card(page).getByLabel('请写明具体内容').inputValue()).toBe('3');
      await press(page, '下一题');
      await card(page).getByRole('radiogroup', { name: '重要程度' }).getByText('5').click();
      await card(page).getByRole('radiogroup', { name: '掌握程度' }).getByText('2').click();
      await isAt(page, 6);
      for (const name of ['案例教学', '专题讲授']) {
        await card(page)
          .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
          .click();
        await card(page)
          .getByRole('button', { name: new RegExp(`^${name}.*第`, 'u') })
          .waitFor();
      }
      await press(page, '跳过');
      await isAt(page, 7);
      await card(page).getByLabel('您的回答').fill('<b>多安排</b>现场教学');
      await press(page, '上一题');
      await isAt(page, 6);
      await press(page, '提交');
      await card(page).getByText('必答题都已答完，可以提交。').waitFor();
      await card(page).getByRole('button', { name: '提交', exact: true }).click();
      await page.getByText('问卷已提交，谢谢您的参与。').waitFor();
      expect(await card(page).count()).toBe(0);
      await page.reload();
      await page.getByText('问卷已提交，谢谢您的参与。').waitFor();
      expect(await page.getByRole('log').innerText()).not.toMatch(/现场教学|案例教学/u);
      const { questionnaires } = await service().app.records();
      expect(await questionnaires.totals(SURVEY)).toMatchObject({ submitted: 1 });
    });

    it('is shown again where it was left, after the page was loaded anew', async () => {
      const page = await visit({ viewport: PHONE });
      await open(page, service().url);
      await card(page).getByRole('radio', { name: '县处级正职' }).click();
      await isAt(page, 2);
      await page.reload();
      await isAt(page, 2);
      await press(page, '稍后再填');
      await card(page).getByText('已保存，还没有提交。').waitFor();
      await press(page, '继续填写');
      await isAt(page, 2);
    });

    it('is answered by words in the composer, which leave no trace in the history', async () => {
      const page = await visit();
      await open(page, service().url);
      await ask(page, '县处级正职');
      await isAt(page, 2);
      await ask(page, '没有参加过');
      await isAt(page, 3);
      expect(
        await page.getByRole('log').getByRole('article').filter({ hasText: '问：' }).count(),
      ).toBe(0);
      await page.reload();
      await isAt(page, 3);
      expect(await page.getByText('没有参加过').count()).toBe(0);
    });

    it('is answered by keys alone', async () => {
      const page = await visit();
      await open(page, service().url);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await isAt(page, 2);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Space');
      await isAt(page, 3);
      await press(page, '上一题');
      await isAt(page, 2);
      const chosen = card(page).getByRole('radio', { name: '没有参加过' });
      expect(await chosen.getAttribute('aria-checked')).toBe('true');
    });

    it('keeps what was written where it does not come through', async () => {
      const page = await visit();
      await open(page, service().url);
      await card(page).getByRole('radio', { name: '其他（请注明）' }).click();
      await card(page).getByLabel('请写明具体内容').fill('四级调研员');
      let isBroken = true;
      meddle((original) => async (incoming, emit, left) => {
        if (!isBroken) return original(incoming, emit, left);
        emit({ kind: 'failed', problem: '记录正忙，请稍后再试。' });
      });
      await press(page, '下一题');
      await page.getByText('记录正忙，请稍后再试。').waitFor();
      expect(await card(page).getByLabel('请写明具体内容').inputValue()).toBe('四级调研员');
      isBroken = false;
      await press(page, '下一题');
      await isAt(page, 2);
    });

    describe.each([
      ['light', PHONE, 1],
      ['dark', PHONE, 1],
      ['light', NARROW, 1],
      ['light', NARROW, 2],
      ['dark', DESK, 1],
    ] as const)('%s at %o, text × %d', (colorScheme, viewport, zoom) => {
      it('has no violation that axe finds and nothing to scroll sideways', async () => {
        const page = await visit({ colorScheme, viewport, bypassCSP: true });
        await open(page, service().url);
        await page.evaluate((scale) => {
          document.documentElement.style.fontSize = `${scale * 100}%`;
        }, zoom);
        const check = async () => {
          expect(await violations(page)).toEqual([]);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
        };
        await check();
        await card(page).getByRole('radio', { name: '县处级副职' }).click();
        await isAt(page, 2);
        await card(page).getByRole('radio', { name: '参加过', exact: true }).click();
        await isAt(page, 3);
        await check();
        for (const number of [4, 5, 6, 7]) {
          await press(page, number <= 6 ? '先跳过' : '跳过');
          await isAt(page, number);
          await check();
        }
        await press(page, '检查并提交');
        await card(page).getByText('还有 3 道必答题没有答完。').waitFor();
        await check();
        expect(await card(page).getByRole('heading', { name: TITLE }).count()).toBe(1);
      });
    });
  },
);
