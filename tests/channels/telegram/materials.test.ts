import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../../src/clock.ts';
import { keepTexts } from '../../../src/materials/recall/keep-texts.ts';
import { recallChanged } from '../../../src/materials/recall/recall-changed.ts';
import { releaseDue } from '../../../src/reminder/planning/release-due.ts';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { openChat, settled } from '../../support/chat-window.ts';
import { LEAVE, LEAVE_ANEW } from '../../support/material-house.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { admitPeople } from './admit-people.ts';

const [TRAINER, ADMIN, LEARNER] = [701, 702, 703];
const ASKED = '学员请假三天以内由谁批准？';
/** A working day at ten in the morning, an hour at which messages may go. */
const BEGUN = Date.now();
const MORNING: Clock = {
  now: () => new Date(Date.parse('2027-06-01T02:00:00Z') + Date.now() - BEGUN),
};

/** A bot over materials of its own, with a trainer, an administrator and a learner. */
async function makeBot(): Promise<PlanBot> {
  const bot = await makePlanBot({ GANXUN_CORPUS: '' }, {}, MORNING);
  onTestFinished(bot.close);
  await admitPeople(bot, [TRAINER], 'trainer');
  await admitPeople(bot, [ADMIN], 'admin');
  await admitPeople(bot, [LEARNER]);
  for (const chat of [TRAINER, ADMIN, LEARNER]) bot.api.unblock(chat);
  await bot.serve();
  return bot;
}

const labelsOf = ({ reply_markup }: SentMessage) =>
  (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

/** A chat in which messages are told by their words and tapped by how their labels begin. */
function chatOf(bot: PlanBot, id: number) {
  const chat = openChat(bot, id);
  const tap = async (beginning: string) => {
    for (const message of chat.shown().toReversed()) {
      const label = labelsOf(message).find((one) => one.startsWith(beginning));
      if (label !== undefined) return wordsOf(await chat.tap(message, label));
    }
    throw new Error(
      `Expected a button that begins with "${beginning}" among ${chat.shown().flatMap(labelsOf).join('、')}`,
    );
  };
  const send = async (name: string, text: string) => {
    const before = chat.shown().length;
    bot.api.sendFile(id, name, Buffer.from(text));
    await settled(bot);
    return wordsOf(chat.shown().slice(before));
  };
  return {
    tap,
    send,
    say: async (text: string) => wordsOf(await chat.say(text)),
    shown: chat.shown,
  };
}

function wordsOf(messages: readonly SentMessage[]): string {
  return messages.map(({ text }) => text).join('\n');
}

/** Who speaks; `approve` goes over what awaits approval first. */
function chatsOf(bot: PlanBot) {
  const admin = chatOf(bot, ADMIN);
  const approve = async () => {
    await admin.say('资料管理');
    await admin.tap('1. 《');
    await admin.tap('审核');
    return admin.tap('批准');
  };
  return { trainer: chatOf(bot, TRAINER), admin, learner: chatOf(bot, LEARNER), approve };
}

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
