/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH } from '../../support/browser.ts';
import { invite } from '../../support/invite.ts';
import { ask, lastAnswer, needingBrowser, PHONE, visitPlan } from '../../support/page-visits.ts';

async function be(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: role, exact: true }).click();
  await page.getByText(`现在是${role}。`).waitFor();
}

async function tap(page: Page, name: string): Promise<void> {
  await lastAnswer(page).getByRole('button', { name, exact: true }).click();
}

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('the page for people of a class'),
  { timeout: 60_000 },
  () => {
    const { visit, service } = visitPlan(true);

    it('lets a newcomer be a learner: a record, a question, the map', async () => {
      const page = await visit({ viewport: PHONE, bypassCSP: true });
      await be(page, '学员');
      await ask(page, '打卡 六（二）');
      await lastAnswer(page).getByText('已记录：六（二）').waitFor();
      await tap(page, '做一道回忆题');
      await lastAnswer(page).getByText('空格处应当填什么').waitFor();
      await lastAnswer(page).getByRole('button').nth(1).click();
      await lastAnswer(page).getByRole('button', { name: '查看原文' }).waitFor();
      await ask(page, '我的学习地图');
      const table = lastAnswer(page).getByRole('table', { name: /规划/u });
      const row = table.getByRole('row', { name: /六、推动网络培训体系建设/u });
      expect(await row.innerText()).toMatch(/[12] 次/u);
      const calendar = lastAnswer(page).getByRole('table', { name: '最近 26 周' });
      const today = calendar.getByText('6月1日：学习记录');
      expect(await today.count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });

    it('shows a trainer the class, and an administrator how a list would be taken in', async () => {
      const page = await visit();
      await be(page, '教师');
      await ask(page, '我的班次');
      await tap(page, '学习概况');
      await lastAnswer(page).getByText('有学习记录的 9 人').waitFor();
      await be(page, '管理员');
      await ask(page, '我的班次');
      await tap(page, '演示班次：干部教育培训专题班');
      await tap(page, '导入名单');
      await lastAnswer(page).getByText('请选择').waitFor();
      await page.setInputFiles('#file', {
        ...{ name: '名单.csv', mimeType: 'text/csv' },
        buffer: Buffer.from('姓名,单位\n新学员,某局\n,某委\n'),
      });
      await lastAnswer(page).getByText('将新增：1 人').waitFor();
      await lastAnswer(page).getByText('第 3 行：没有姓名').waitFor();
      await tap(page, '导入 1 人');
      await lastAnswer(page).getByText('已导入 1 人').waitFor();
    });

    it('signs a person in by a link, keeps them over a reload, and lets them out', async () => {
      const { app, url } = service();
      const { people } = await app.records();
      const code = await invite(people, 'learner', app.clock.now());
      const page = await visit({ bypassCSP: true });
      await page.goto(`${url}#code=${code}`);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await page.getByLabel('邀请码', { exact: true }).inputValue()).toBe(code);
      expect(page.url()).not.toContain(code);
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: '登录' }).click();
      await lastAnswer(page).getByText('您的身份：学员').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '菜单' }).click();
      await page.getByRole('button', { name: '我的学习地图' }).first().waitFor();
      const asked: string[] = [];
      page.on('dialog', async (question) => {
        asked.push(question.message());
        await question.accept();
      });
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      expect(asked).toEqual([expect.stringContaining('要用您的登录码才能再登录')]);
    });

    it('has a stranger before it again once a person has left', async () => {
      const { app, url } = service();
      const { people } = await app.records();
      const code = await invite(people, 'learner', app.clock.now());
      const page = await visit();
      await page.goto(`${url}#code=${code}`);
      await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
      await lastAnswer(page).getByText('您的身份：学员').waitFor();
      await ask(page, '我的数据');
      await tap(page, '注销');
      await tap(page, '确定注销');
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      await page.getByText('已注销').waitFor();
    });

    it('says what is wrong with a code that was typed', async () => {
      const page = await visit();
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByLabel('邀请码', { exact: true }).fill('ABCD-EFGH-JKMN');
      await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
      await page.getByText('邀请码不对').waitFor();
      await page.keyboard.press('Escape');
      await page.getByLabel('输入问题').fill('ABCD-EFGH-2345');
      await page.getByLabel('输入问题').press('Enter');
      expect(await page.getByLabel('邀请码', { exact: true }).inputValue()).toBe('ABCD-EFGH-2345');
    });
  },
);
