import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { openChat, settled } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { admitPeople } from './admit-people.ts';
import { end, startProcess, told } from './bot-process.ts';

const QUESTION = '网络培训学时怎么管理？';
/** `npm run soak` runs many more. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 5);
/** A round takes two seconds, and many times as long on a busy machine. */
const ROUND_MS = 15_000;
const ASKED_IN_A_ROUND = 8;
/**
 * One answer. A kill while it is on its way leaves unknown whether it arrived: then a word says so
 * and offers it again, in its place or behind it.
 */
const RIGHT = /^(?:answer|word)(?:\+word)*$/u;

async function makeBot(): Promise<PlanBot> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  return bot;
}

describe('a bot that is killed', () => {
  it(`answers each update, and none twice, ${ROUNDS} times killed in mid-answer`, {
    timeout: ROUNDS * ROUND_MS,
  }, async () => {
    const bot = await makeBot();
    const chats: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const child = startProcess(bot);
      await told(child, /开始应答/u);
      const seen = bot.api.calls.length;
      for (let at = 0; at < ASKED_IN_A_ROUND; at++) {
        const chat = 1000 * (round + 1) + at;
        chats.push(chat);
        bot.api.say(chat, QUESTION);
      }
      const calls = Math.floor(Math.random() * ASKED_IN_A_ROUND);
      await bot.api.until(() => bot.api.calls.length > seen + calls, 'the bot is at work');
      await pause(Math.random() * 20);
      await end(child, 'SIGKILL');
    }
    await bot.serve();
    await settled(bot);
    const kinds = new Map(chats.map((chat) => [chat, kindsOf(bot, chat)]));
    expect([...kinds].filter(([, kind]) => !RIGHT.test(kind))).toEqual([]);
    for (const [chat, kind] of kinds) {
      if (kind === 'answer') continue;
      const window = openChat(bot, chat);
      const [again] = await window.tap(window.shown().at(-1) as SentMessage, '重新显示');
      expect(again?.text).toContain('学时互认机制');
    }
  });

  it(`keeps each check-in that it confirmed, and none twice, ${ROUNDS} times killed`, {
    timeout: ROUNDS * ROUND_MS,
  }, async () => {
    const bot = await makeBot();
    const said = new Map<number, string>();
    for (let round = 0; round < ROUNDS; round++) {
      const chats = Array.from({ length: ASKED_IN_A_ROUND }, (_, at) => 1000 * (round + 1) + at);
      await admitPeople(bot, chats);
      const child = startProcess(bot);
      await told(child, /开始应答/u);
      const seen = bot.api.calls.length;
      for (const chat of chats) {
        said.set(chat, `听了第${chat}讲`);
        bot.api.say(chat, `打卡 听了第${chat}讲`);
      }
      const calls = Math.floor(Math.random() * ASKED_IN_A_ROUND);
      await bot.api.until(() => bot.api.calls.length > seen + calls, 'the bot is at work');
      await pause(Math.random() * 20);
      await end(child, 'SIGKILL');
      await expectConfirmedKept(bot, chats);
    }
    await bot.serve();
    await settled(bot);
    for (const [chat, studied] of said) expect(await studiedBy(bot, chat)).toEqual([studied]);
  });

  it('ends cleanly at a signal: what is under way is answered, nothing is answered again', async () => {
    const bot = await makeBot();
    const child = startProcess(bot);
    await told(child, /开始应答/u);
    for (let chat = 1; chat <= 20; chat++) bot.api.say(chat, QUESTION);
    await bot.api.until(() => bot.api.messages(1).length === 1, 'the bot is at work');
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    await bot.serve();
    await settled(bot);
    const chats = Array.from({ length: 20 }, (_, at) => at + 1);
    expect(chats.map((chat) => kindsOf(bot, chat))).toEqual(chats.map(() => 'answer'));
  });
});

async function studiedBy({ app }: PlanBot, chat: number): Promise<string[]> {
  const { entries } = await (await app.records()).learning.entries(`p${chat}`, 9);
  return entries.map(({ studied }) => studied);
}

/** Whoever was told that a record is kept has it. */
async function expectConfirmedKept(bot: PlanBot, chats: readonly number[]): Promise<void> {
  for (const chat of chats) {
    const isConfirmed = bot.api.messages(chat).some(({ text }) => text?.includes('已记录'));
    if (isConfirmed) expect(await studiedBy(bot, chat)).toHaveLength(1);
  }
}

/** What a chat shows for its one question. */
function kindsOf({ api }: PlanBot, chat: number): string {
  const kinds = api.messages(chat).map(({ text = '' }) => {
    if (text.includes('学时互认机制')) return 'answer';
    return text.startsWith('刚才连接中断') ? 'word' : text;
  });
  return kinds.join('+');
}

describe('two processes on the same records', () => {
  it('never ask for updates at once; the second takes over when the first ends', async () => {
    const bot = await makeBot();
    const first = startProcess(bot);
    await told(first, /开始应答/u);
    const second = startProcess(bot);
    await told(second, /等待接替/u);
    bot.api.say(1, QUESTION);
    await bot.api.until(() => bot.api.messages(1).length === 1, 'the first answers');
    const taken = told(second, /开始应答/u);
    await end(first, 'SIGTERM');
    await taken;
    bot.api.say(2, QUESTION);
    await bot.api.until(() => bot.api.messages(2).length === 1, 'the second answers');
    expect(bot.api.calls.filter(({ description }) => description?.includes('Conflict'))).toEqual(
      [],
    );
    await end(second, 'SIGTERM');
  });

  it('do not speak twice when one that was suspended wakes up', async () => {
    const bot = await makeBot();
    const first = startProcess(bot);
    await told(first, /开始应答/u);
    first.kill('SIGSTOP');
    for (let chat = 1; chat <= 10; chat++) bot.api.say(chat, QUESTION);
    const second = startProcess(bot);
    await told(second, /开始应答/u);
    const givenWay = told(first, /等待接替/u);
    first.kill('SIGCONT');
    await settled(bot);
    await givenWay;
    const chats = Array.from({ length: 10 }, (_, at) => at + 1);
    expect(chats.map((chat) => kindsOf(bot, chat))).toEqual(chats.map(() => 'answer'));
    await Promise.all([end(first, 'SIGTERM'), end(second, 'SIGTERM')]);
  });
});
