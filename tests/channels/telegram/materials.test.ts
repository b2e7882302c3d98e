import { expect, it } from 'vitest';
import { keepTexts } from '../../../src/materials/recall/keep-texts.ts';
import { recallChanged } from '../../../src/materials/recall/recall-changed.ts';
import { releaseDue } from '../../../src/reminder/planning/release-due.ts';
import { LEAVE, LEAVE_ANEW } from '../../support/material-house.ts';
import type { PlanBot } from '../../support/plan-bot.ts';
import { chatsOf, makeBot, wordsOf } from './material-chats.ts';

const ASKED = '学员请假三天以内由谁批准？';

/** Tells of quotes that have changed, as the service does every few seconds. */
async function recall({ app }: PlanBot): Promise<void> {
  const { signal } = new AbortController();
  await recallChanged(await app.recalls(), keepTexts(app.shelf), signal);
  await releaseDue(await app.planning(), signal);
}

it('a material goes its whole way in Telegram, and whoever quoted it is told', {
  timeout: 60_000,
}, async () => {
  const bot = await makeBot();
  const { trainer, admin, learner, approve } = chatsOf(bot);

  expect(await trainer.send('规定.txt', LEAVE)).toContain('已读取，存为草稿');
  expect(await trainer.tap('提交审核')).toContain('已提交审核');
  expect(await learner.say(ASKED)).not.toContain('班主任');
  expect(await approve()).toContain('现在起答复引用新的文本');
  expect(await learner.say(ASKED)).toContain('请假三天以内的，由班主任批准。');

  expect(await trainer.send('新规定.txt', LEAVE_ANEW)).toContain('标题相近的资料');
  expect(await trainer.tap('1')).toContain('第 2 版');
  await trainer.tap('提交审核');
  expect(await approve()).toContain('现在起答复引用新的文本');
  await recall(bot);
  await expect.poll(() => wordsOf(learner.shown()), { timeout: 10_000 }).toContain('引文已有变动');
  expect(wordsOf(learner.shown())).toMatch(
    /原引文：「.*三天以内.*\n现行规定（第二条）：「.*两天以内/u,
  );
  expect(await learner.tap('查看现行规定')).toContain('两天以内');

  await admin.say('资料管理');
  await admin.tap('1. 《某市');
  await admin.tap('停用');
  await admin.say('试行期满');
  expect(await admin.tap('确定停用')).toContain('已停用');
  expect(await learner.say(ASKED)).not.toContain('班主任');
});
