import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StreamTimes } from '../../../../src/channels/telegram/streaming/stream-times.ts';
import type { SentMessage } from '../../../support/bot-api/start-bot-api.ts';
import { covered, openChat, settled } from '../../../support/chat-window.ts';
import { type Changes, makePlanBot, type PlanBot } from '../../../support/plan-bot.ts';
import {
  quote,
  type Stage,
  type StagedReply,
  setStage,
  text,
} from '../../../support/staged-replies.ts';

const QUESTION = '网络培训学时怎么管理？';
const WORD = '正在查阅资料';
const ME = 7;
const TIMES: StreamTimes = { signMs: 20, draftMs: 80, editMs: 100, renewMs: 20_000 };

async function startBot(changes: Changes = {}, times = TIMES): Promise<PlanBot & Stage> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  const stage = setStage();
  const { around } = stage;
  await bot.serve({ around, ...changes, parts: { streamTimes: times, ...changes.parts } });
  return { ...bot, ...stage };
}

const callsOf = ({ api }: PlanBot, method: string) =>
  api.calls.filter((call) => call.method === method);
const shownNow = ({ api }: PlanBot) => api.draft(ME)?.text;

/** The reply to a question of the chat, begun, with a word of what is being done. */
async function askedOf(bot: PlanBot & Stage, chat = ME): Promise<StagedReply> {
  bot.api.say(chat, QUESTION);
  const reply = await bot.next();
  reply.begin();
  reply.working(WORD);
  return reply;
}

const untilTyping = (bot: PlanBot) =>
  bot.api.until(() => callsOf(bot, 'sendChatAction').length === 1, 'typing is shown');

/** Until a person reads these words as a draft. */
const untilDraft = (bot: PlanBot, words: string | RegExp) =>
  bot.api.until(() => new RegExp(words, 'u').test(shownNow(bot) ?? '\n'), `the draft ${words}`);

async function onlyMessage(bot: PlanBot, chat = ME): Promise<SentMessage> {
  await settled(bot);
  const messages = bot.api.messages(chat);
  expect(messages).toHaveLength(1);
  return messages[0] as SentMessage;
}

describe('a reply that takes its time, in a private chat', () => {
  it('is seen as a draft that grows to what is sent, once', async () => {
    const bot = await startBot();
    const reply = await askedOf(bot);
    await untilDraft(bot, `^${WORD}$`);
    reply.block(text('出台管理办法。'));
    await untilDraft(bot, '管理办法。$');
    reply.working('正在核对引文');
    reply.block(quote('出台干部网络培训学时管理办法。'));
    await untilDraft(bot, '引文①');
    reply.end();
    const message = await onlyMessage(bot);
    const drafts = bot.api.drafts(ME);
    expect(drafts.map((one) => one.text)).toEqual([WORD, '出台管理办法。', message.text]);
    expect(drafts.at(-1)?.entities).toEqual(message.entities);
    expect(covered(message, 'blockquote')).toEqual(['出台干部网络培训学时管理办法。']);
    expect(new Set(drafts.map(({ draft_id }) => draft_id)).size).toBe(1);
    expect(message.reply_markup?.inline_keyboard.flat()).not.toEqual([]);
    expect(callsOf(bot, 'sendMessageDraft').some(({ payload }) => 'reply_markup' in payload)).toBe(
      false,
    );
    expect(bot.api.draft(ME)).toBeUndefined();
    expect(bot.logged).toEqual([]);
  });

  it('is called thought about where there is no word yet', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION);
    const reply = await bot.next();
    reply.begin();
    reply.working('');
    await bot.api.until(() => bot.api.draft(ME) !== undefined, 'a draft is shown');
    expect(shownNow(bot)).toBe('');
    reply.block(text('甲。'));
    reply.end();
    expect((await onlyMessage(bot)).text).toBe('甲。');
  });

  it('is shown at a measured pace, the newest of it each time, and nothing but what was made', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION);
    const reply = await bot.next();
    reply.begin();
    for (let number = 1; number <= 30; number++) {
      reply.block(number % 3 === 0 ? quote(`第${number}条。`, number) : text(`第${number}句。`));
      await pause(10);
    }
    await untilDraft(bot, '第30条');
    await pause(2 * TIMES.draftMs);
    reply.end();
    const whole = (await onlyMessage(bot)).text ?? '';
    const drafts = bot.api.drafts(ME);
    expect(drafts.filter((one) => !whole.startsWith(one.text))).toEqual([]);
    expect(drafts.length).toBeGreaterThan(1);
    expect(drafts.length).toBeLessThan(30);
    expect(new Set(drafts.map((one) => one.text)).size).toBe(drafts.length);
    const gaps = drafts.slice(1).map(({ at }, index) => at - (drafts[index]?.at ?? 0));
    // A timer may be a little early.
    expect(Math.min(...gaps)).toBeGreaterThan(TIMES.draftMs - 5);
  });

  it('stays to be seen although nothing is new for long', async () => {
    const bot = await startBot({}, { ...TIMES, renewMs: 50 });
    const reply = await askedOf(bot);
    await bot.api.until(() => bot.api.drafts(ME).length === 3, 'the draft is shown again');
    expect(bot.api.drafts(ME).map((one) => one.text)).toEqual([WORD, WORD, WORD]);
    reply.end();
    await settled(bot);
  });

  it('that is longer than a message is shown to the end of its first', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION);
    const reply = await bot.next();
    reply.begin();
    for (const sign of ['甲', '乙', '丙']) {
      reply.block(text(sign.repeat(3000)));
      await bot.api.until(() => bot.api.draft(ME) !== undefined || sign === '甲', 'a draft');
      await pause(2 * TIMES.draftMs);
    }
    reply.end();
    await settled(bot);
    const [first] = bot.api.messages(ME);
    expect(bot.api.messages(ME).map(({ text = '' }) => text.length)).toEqual([3000, 3000, 3000]);
    expect(new Set(bot.api.drafts(ME).map((one) => one.text))).toEqual(new Set([first?.text]));
  });

  it('is not shown where it fails in the middle: only why it did', async () => {
    const bot = await startBot();
    const reply = await askedOf(bot);
    reply.block(text('甲。'));
    await untilDraft(bot, '甲。');
    reply.fail('请稍后再试。');
    expect((await onlyMessage(bot)).text).toBe('请稍后再试。');
    expect(bot.api.draft(ME)).toBeUndefined();
  });

  it('stays in its thread', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION, { message_thread_id: 9 });
    const reply = await bot.next();
    reply.begin();
    reply.working(WORD);
    await untilDraft(bot, WORD);
    expect(bot.api.draft(ME)?.message_thread_id).toBe(9);
    reply.end();
    await settled(bot);
  });
});

describe('a sign that a reply is made', () => {
  it('is given before the reply says anything, and none where it is there at once', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION);
    const reply = await bot.next();
    await untilTyping(bot);
    reply.begin();
    reply.block(text('甲。'));
    reply.end();
    await onlyMessage(bot);
    bot.api.say(8, QUESTION);
    const other = await bot.next();
    other.begin();
    other.block(text('甲。'));
    other.end();
    await onlyMessage(bot, 8);
    expect(callsOf(bot, 'sendChatAction')).toHaveLength(1);
    expect(callsOf(bot, 'sendMessageDraft')).toEqual([]);
  });

  it('is no draft where all blocks come at once, however long they are kept', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION);
    const reply = await bot.next();
    reply.begin();
    for (const words of ['甲。', '乙。', '丙。']) reply.block(text(words));
    await untilTyping(bot);
    await pause(3 * TIMES.draftMs);
    reply.end();
    expect((await onlyMessage(bot)).text).toBe('甲。\n\n乙。\n\n丙。');
    expect(callsOf(bot, 'sendMessageDraft')).toEqual([]);
  });

  it('is a draft alone where there is a word in time', async () => {
    const bot = await startBot({}, { ...TIMES, signMs: 200 });
    const reply = await askedOf(bot);
    await untilDraft(bot, WORD);
    reply.end();
    await settled(bot);
    expect(callsOf(bot, 'sendChatAction')).toEqual([]);
  });
});

describe('a draft that fails', () => {
  const tooMany = (seconds: number) => ({
    ...{ error_code: 429, description: 'Too Many Requests' },
    parameters: { retry_after: seconds },
  });
  const unknown = { error_code: 404, description: 'Not Found: method not found' };
  const refusal = { error_code: 400, description: 'Bad Request: TEXTDRAFT_PEER_INVALID' };

  it('for a flood waits as long as is asked, typing meanwhile, and then is shown', async () => {
    const bot = await startBot();
    bot.api.trouble('sendMessageDraft', tooMany(1));
    const reply = await askedOf(bot);
    await untilTyping(bot);
    await untilDraft(bot, WORD);
    const [refused, taken] = callsOf(bot, 'sendMessageDraft');
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(990);
    reply.block(text('甲。'));
    reply.end();
    expect((await onlyMessage(bot)).text).toBe('甲。');
  });

  it('for a flood does not hold up the reply', async () => {
    const bot = await startBot();
    bot.api.trouble('sendMessageDraft', tooMany(3600));
    const reply = await askedOf(bot);
    await bot.api.until(() => callsOf(bot, 'sendMessageDraft').length === 1, 'a draft is tried');
    reply.block(text('甲。'));
    reply.end();
    expect((await onlyMessage(bot)).text).toBe('甲。');
    expect(bot.api.drafts(ME)).toEqual([]);
  });

  it('for being refused is not tried again for that reply, but for the next', async () => {
    const bot = await startBot();
    bot.api.trouble('sendMessageDraft', refusal);
    const reply = await askedOf(bot);
    await untilTyping(bot);
    reply.block(text('甲。'));
    await pause(3 * TIMES.draftMs);
    reply.end();
    await onlyMessage(bot);
    expect(callsOf(bot, 'sendMessageDraft')).toHaveLength(1);
    const next = await askedOf(bot);
    await untilDraft(bot, WORD);
    next.end();
    await settled(bot);
  });

  it('for a server that has none is never tried again: a message grows in its place', async () => {
    const bot = await startBot();
    bot.api.trouble('sendMessageDraft', unknown);
    const reply = await askedOf(bot);
    await untilTyping(bot);
    reply.block(text('甲。'));
    reply.end();
    await onlyMessage(bot);
    const next = await askedOf(bot, 8);
    next.block(text('甲。'));
    await bot.api.until(() => bot.api.messages(8).length === 1, 'a message shows the beginning');
    next.block(text('乙。'));
    next.end();
    expect((await onlyMessage(bot, 8)).text).toBe('甲。\n\n乙。');
    expect(callsOf(bot, 'sendMessageDraft')).toHaveLength(1);
  });

  it.each(['reset-before', 'reset-after', 'html', 'truncate', 'hang'] as const)(
    'for the line (%s) does not hurt the reply',
    async (kind) => {
      const bot = await startBot();
      bot.api.trouble('sendMessageDraft', kind);
      const reply = await askedOf(bot);
      const isTried = () =>
        callsOf(bot, 'sendMessageDraft').length === 1 || bot.api.drafts(ME).length === 1;
      await bot.api.until(isTried, 'a draft is tried');
      reply.block(text('甲。'));
      reply.end();
      expect((await onlyMessage(bot)).text).toBe('甲。');
      expect(callsOf(bot, 'sendMessageDraft')).toHaveLength(1);
      expect(bot.api.draft(ME)).toBeUndefined();
    },
  );
});

describe('a reply that nobody waits for any more', () => {
  it('is cut short where the chat turns out closed, and others are answered', async () => {
    const bot = await startBot();
    bot.api.say(ME, QUESTION);
    const reply = await bot.next();
    reply.begin();
    bot.api.block(ME);
    reply.working(WORD);
    await bot.api.until(() => reply.left.aborted, 'the reply is told');
    reply.end();
    await settled(bot);
    expect(bot.api.messages(ME)).toEqual([]);
    const other = openChat(bot, 8).say(QUESTION);
    const next = await bot.next();
    next.begin();
    next.block(text('甲。'));
    next.end();
    expect(await other).toHaveLength(1);
    expect(next.left.aborted).toBe(false);
  });

  it('is cut short when the process must end, and is sent by the next', async () => {
    const bot = await startBot({ parts: { graceMs: 50 } });
    const reply = await askedOf(bot);
    await untilDraft(bot, WORD);
    const stopped = bot.stop();
    await bot.api.until(() => reply.left.aborted, 'the reply is told');
    reply.block(text('甲。'));
    reply.end();
    await stopped;
    expect(bot.api.messages(ME)).toEqual([]);
    await bot.serve();
    expect((await onlyMessage(bot)).text).toBe('甲。');
  });
});
