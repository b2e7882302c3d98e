import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { SentMessage } from '../../../support/bot-api/start-bot-api.ts';
import { openChat, settled } from '../../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../../support/plan-bot.ts';
import { end, startProcess, told } from '../bot-process.ts';

const ASKER = 21;
/** `npm run soak` runs many more. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 10);
/** A round takes two seconds, and many times as long on a busy machine. */
const ROUND_MS = 15_000;
const GROUPS_IN_A_ROUND = 6;
const BLOCK_MS = 40;
/**
 * One whole answer, or a word that it may be lost with what may have been lost: nothing unfinished
 * without that word, and never two answers.
 */
const RIGHT = /^(?:answer|(?:(?:answer|unfinished)\+)?word(?:\+word)*)$/u;

it(`a reply that is seen to grow is there once, ${ROUNDS} times killed in its middle`, {
  timeout: ROUNDS * ROUND_MS,
}, async () => {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  const chats: number[] = [];
  const unfinished = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const child = startProcess(bot, { blockMs: BLOCK_MS });
    await told(child, /开始应答/u);
    const fresh = chatsOf(round);
    chats.push(...fresh);
    for (const chat of fresh)
      bot.api.say(chat, '/ask 网络培训学时怎么管理？', { from: askerIn(chat) });
    const isAnyShown = () => fresh.some((chat) => bot.api.messages(chat).length > 0);
    await bot.api.until(isAnyShown, 'the bot is at work');
    await pause(Math.random() * 3 * BLOCK_MS);
    await end(child, 'SIGKILL');
    for (const chat of fresh) if (kindsOf(bot, chat) === 'unfinished') unfinished.add(chat);
  }
  await bot.serve();
  await settled(bot);
  const kinds = chats.map((chat) => ({ chat, kind: kindsOf(bot, chat) }));
  expect(kinds.filter(({ kind }) => !RIGHT.test(kind))).toEqual([]);
  const finished = kinds.filter(({ chat, kind }) => unfinished.has(chat) && kind === 'answer');
  expect(finished).not.toEqual([]);
  for (const { chat, kind } of kinds) {
    if (kind === 'answer') continue;
    const window = openChat(bot, chat);
    const word = window.shown().at(-1) as SentMessage;
    const [again] = await window.tap(word, '重新显示', askerIn(chat));
    expect(again?.text).toContain('学时互认机制');
  }
});

/** Groups, each with a private chat beside it. */
function chatsOf(round: number): number[] {
  const numbers = Array.from({ length: GROUPS_IN_A_ROUND }, (_, at) => 1000 * (round + 1) + at);
  return numbers.flatMap((number) => [-number, number]);
}

function askerIn(chat: number): number {
  return chat < 0 ? ASKER : chat;
}

/** What a chat shows for its one question. */
function kindsOf({ api }: PlanBot, chat: number): string {
  const kinds = api.messages(chat).map(({ text = '' }) => {
    if (text.includes('（未完，请稍候……）')) return 'unfinished';
    if (text.includes('学时互认机制')) return 'answer';
    return text.startsWith('刚才连接中断') ? 'word' : text;
  });
  return kinds.join('+');
}
