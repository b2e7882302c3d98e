/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/people/abilities.ts';
import { overflow, violations } from '../../support/accessibility.ts';
import { BROWSER_PATH } from '../../support/browser.ts';
import { invite } from '../../support/invite.ts';
import { ask, lastAnswer, needingBrowser, PHONE, visitPlan } from '../../support/page-visits.ts';
import { sessionOf } from '../../support/seminar.ts';

const CODE = '482913';

async function tap(page: Page, name: string): Promise<void> {
  await lastAnswer(page).getByRole('button', { name, exact: true }).click();
}

describe.skipIf(BROWSER_PATH === null)(
  needingBrowser('a seminar on the page'),
  { timeout: 60_000 },
  () => {
    const { visit, service } = visitPlan();

    async function signIn(page: Page, role: Role): Promise<void> {
      const { app, url } = service();
      const { people } = await app.records();
      const code = await invite(people, role, app.clock.now());
      await page.goto(`${url}#code=${code}`);
      await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
      await lastAnswer(page).getByText('您的身份').waitFor();
    }

    it('is led by a trainer and taken part in on a phone, and ends without a trace', async () => {
      const { seminars, people } = await service().app.records();
      const trainer = await visit({ bypassCSP: true });
      await signIn(trainer, 'trainer');
      const owner = (await people.people()).find(({ role }) => role === 'trainer')?.id ?? '';
      const session = sessionOf('page', { code: CODE, owner });
      await seminars.change([{ kind: 'open-session', session }]);
      await ask(trainer, CODE);
      await lastAnswer(trainer).getByText('研讨码 482 913').waitFor();

      const learner = await visit({ viewport: PHONE, bypassCSP: true });
      await signIn(learner, 'learner');
      await ask(learner, `研讨 ${CODE}`);
      await lastAnswer(learner).getByText('已加入研讨').waitFor();
      const said = ['县里没有调研经费', '缺少调研经费', '问卷题目太笼统', '领导不重视'];
      for (const [at, text] of said.entries()) {
        await ask(learner, text);
        await lastAnswer(learner)
          .getByText(`您在本轮提的第 ${at + 1} 条`)
          .waitFor();
      }
      await tap(trainer, '刷新');
      await lastAnswer(trainer).getByText('问题 4 条').waitFor();
      await tap(trainer, '结束收集，开始归并');
      await tap(trainer, '归并建议');
      await tap(trainer, '同意第1组');
      await lastAnswer(trainer).getByText('第 2 条已并入第 1 条').waitFor();
      expect(await violations(trainer)).toEqual([]);
      await tap(trainer, '返回');
      await tap(trainer, '开始投票');
      await lastAnswer(trainer).getByText('第一轮 问题 · 投票').waitFor();

      await ask(learner, '研讨');
      const steps = [
        ['第4条', '接着请点第二选择'],
        ['第1条', '接着请点第三选择'],
        ['第3条', '请确认选票'],
      ] as const;
      for (const [one, told] of steps) {
        await tap(learner, one);
        await lastAnswer(learner).getByText(told).waitFor();
      }
      await tap(learner, '确认投票');
      await lastAnswer(learner).getByText('已投票，计入一次').waitFor();
      expect(await violations(learner)).toEqual([]);
      expect(await overflow(learner)).toBeLessThanOrEqual(0);
      await learner.reload();
      await learner.getByText('已投票，计入一次').waitFor();

      await tap(trainer, '结束投票，公布结果');
      await lastAnswer(trainer).getByText('第 1 名 得分 3 分：4. 领导不重视').waitFor();
      await tap(trainer, '记录表');
      await lastAnswer(trainer).getByRole('table', { name: '问题清单' }).waitFor();
      await tap(trainer, '返回');
      await tap(trainer, '结束研讨');
      await tap(trainer, '确定结束');
      await lastAnswer(trainer).getByText('对应关系已经清除').waitFor();
      await learner.reload();
      await lastAnswer(learner).waitFor();
      expect(await learner.getByText('县里没有调研经费').count()).toBe(0);
      expect(await learner.getByText('已投票').count()).toBe(0);
    });
  },
);
