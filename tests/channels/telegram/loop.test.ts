import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placeUnplaced } from '../../../src/materials/ledger/place-unplaced.ts';
import { tellAskers } from '../../../src/materials/ledger/tell-askers.ts';
import { releaseDue } from '../../../src/reminder/planning/release-due.ts';
import { LEAVE } from '../../support/material-house.ts';
import { chatsOf, makeBot, wordsOf } from './material-chats.ts';

const ASKED = '学员请假三天以内由谁批准？';

/** What must go on being answered, whatever is approved. */
const GOLDEN = `notice: ''
questions:
  - id: leave
    question: ${ASKED}
    outcome: answered
    contains: [由班主任批准]
`;

it('a worse edition is stopped in Telegram, and let through with a reason alone', {
  timeout: 60_000,
}, async () => {
  const bot = await makeBot();
  const { trainer, admin, learner, approve } = chatsOf(bot);
  await trainer.send('规定.txt', LEAVE);
  await trainer.tap('提交审核');
  await approve();
  await writeFile(join(bot.app.corpusFolder(), 'golden.yaml'), GOLDEN);
  await bot.app.serving.fresh();

  await trainer.send('新规定.txt', LEAVE.replace('由班主任批准', '由班委会批准'));
  await trainer.tap('1');
  await trainer.tap('提交审核');
  expect(await approve()).toContain('把关没有通过，没有启用');
  expect(await learner.say(ASKED)).toContain('由班主任批准。');
  const found = await admin.say('/gate');
  expect(found).toMatch(/引文中缺少“由班主任批准”\n原来：「.*班主任.*\n改后：「.*班委会/u);

  await admin.tap('仍然启用');
  await admin.say('班委会批准是新的规定');
  await admin.tap('确定启用');
  expect(await learner.say(ASKED)).toContain('由班委会批准。');
});

/** Answered by what is nearest, which is no help. */
const MISSING = '外地学员往返交通费谁出？';
const QUOTED = '加强干部教育培训经费管理，保证专款专用，提高使用效益。';

it('a question whose answer was no help is answered once in Telegram, and whoever asked is told', {
  timeout: 60_000,
}, async () => {
  const bot = await makeBot();
  const { trainer, admin, learner } = chatsOf(bot);
  const { signal } = new AbortController();
  expect(await learner.say(MISSING)).not.toContain(`\n\n${QUOTED}`);
  await learner.tap('没帮助');
  await placeUnplaced(await bot.app.ledger(), signal);

  expect(await trainer.say('/ledger')).toContain(`可以认领的（1 个）\n\n1. ${MISSING}（不足5人）`);
  await trainer.tap('1. ');
  await trainer.tap('认领');
  expect(await trainer.say(QUOTED)).toContain(QUOTED);
  await trainer.tap('预览和提交');
  expect(await trainer.tap('提交审核')).toContain('已提交审核');

  expect(await admin.say('待答问题')).toContain('待审核（1 个）');
  await admin.tap('1. ');
  await admin.tap('审核答复');
  expect(await admin.tap('批准')).toContain('已批准，收为问答');

  await tellAskers(await bot.app.ledger(), signal);
  await releaseDue(await bot.app.planning(), signal);
  await expect.poll(() => wordsOf(learner.shown()), { timeout: 10_000 }).toContain('现在有了答复');
  expect(await learner.tap('再问一次')).toContain(QUOTED);
});
