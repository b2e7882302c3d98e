import { describe, expect, it, onTestFinished } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { dataOf, openChat, settled } from '../../support/chat-window.ts';
import { type Changes, makePlanBot, type PlanBot } from '../../support/plan-bot.ts';

const QUESTION = '网络培训学时怎么管理？';
const ANSWER = /学时互认机制/u;
const LOST =
  '刚才连接中断，有一条答复可能没有送到或者没有送完。没有看到完整答复的，请点“重新显示”。';
const ME = 7;

async function startBot(changes: Changes = {}): Promise<PlanBot> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  await bot.serve(changes);
  return bot;
}

function answersIn(messages: readonly SentMessage[]): number {
  return messages.filter(({ text = '' }) => ANSWER.test(text)).length;
}

function warningIn(messages: readonly SentMessage[]): SentMessage {
  const found = messages.find(({ text }) => text === LOST);
  if (found === undefined) throw new Error('Expected a word about a lost answer');
  return found;
}

describe('a message that Telegram does not take', () => {
  it.each([
    ['blocked', (bot: PlanBot) => bot.api.block(ME)],
    ['deactivated', (bot: PlanBot) => bot.api.deactivate(ME)],
  ])('is dropped where the bot was %s, and others are answered', async (_, shut) => {
    const bot = await startBot();
    const [me, other] = [openChat(bot, ME), openChat(bot, 8)];
    await me.say('/help');
    bot.api.say(ME, QUESTION);
    shut(bot);
    await settled(bot);
    expect(answersIn(me.shown())).toBe(0);
    expect(answersIn(await other.say(QUESTION))).toBe(1);
  });

  it.each([
    ['a flood', { error_code: 429, description: 'x', parameters: { retry_after: 1 } }],
    ['an error of the server', { error_code: 500, description: 'Internal Server Error' }],
  ] as const)('is sent once after %s', async (_, kind) => {
    const bot = await startBot();
    bot.api.trouble('sendMessage', kind, 2);
    const messages = await openChat(bot, ME).say(QUESTION);
    expect(messages).toHaveLength(1);
    expect(answersIn(messages)).toBe(1);
  });

  it.each(['reset-before', 'reset-after', 'html', 'truncate'] as const)(
    'is never sent twice where its answer was lost (%s); a button shows it again',
    async (kind) => {
      const bot = await startBot();
      const chat = openChat(bot, ME);
      bot.api.trouble('sendMessage', kind);
      // The word about it may be lost too.
      bot.api.trouble('sendMessage', 'reset-before', 2);
      const messages = await chat.say(QUESTION);
      const isCarriedOut = kind === 'reset-after' || kind === 'truncate';
      expect(answersIn(messages)).toBe(isCarriedOut ? 1 : 0);
      const [again] = await chat.tap(warningIn(messages), '重新显示');
      expect(again?.text).toMatch(/^问：网络培训学时怎么管理/u);
      expect(again?.text).toMatch(ANSWER);
    },
  );

  it('waits as long as a flood asks, beyond what the client itself waits for', async () => {
    const bot = await startBot();
    const flood = { error_code: 429, description: 'x', parameters: { retry_after: 1 } };
    bot.api.trouble('sendMessage', flood, 6);
    expect(answersIn(await openChat(bot, ME).say(QUESTION))).toBe(1);
  });

  it('goes out in a plainer form where its form is refused', async () => {
    const bot = await startBot();
    const odd = { error_code: 400, description: 'Bad Request: odd' };
    const chat = openChat(bot, ME);
    bot.api.trouble('sendMessage', odd);
    const [withoutCopying] = (await chat.say(QUESTION)) as [SentMessage];
    const labels = withoutCopying.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toContain('查看原文');
    expect(labels).not.toContain('复制引文');
    bot.api.trouble('sendMessage', odd, 2);
    const [bare] = (await chat.say(QUESTION)) as [SentMessage];
    expect(bare.text).toBe(withoutCopying.text);
    expect([bare.entities, bare.reply_markup]).toEqual([[], undefined]);
  });

  it('is logged without its words where it is refused for good', async () => {
    const bot = await startBot();
    bot.api.trouble('sendMessage', { error_code: 400, description: 'Bad Request: odd' }, 3);
    expect(await openChat(bot, ME).say(QUESTION)).toEqual([]);
    expect(bot.logged.join()).toContain('Bad Request: odd');
    expect(bot.logged.join()).not.toMatch(/网络培训|学时/u);
  });
});

describe('a tap', () => {
  it('is answered in time while its answer takes long', async () => {
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const bot = await startBot({
      around: (conversation) => ({
        ...conversation,
        respond: async (incoming, emit) => {
          if (incoming.said.kind === 'action') await slow;
          await conversation.respond(incoming, emit);
        },
      }),
    });
    const [answer] = (await openChat(bot, ME).say(QUESTION)) as [SentMessage];
    bot.api.tap(answer, dataOf(answer, '查看原文'));
    await bot.api.until(() => bot.api.answers().length === 1, 'the tap is answered', 15_000);
    await bot.api.until(
      () => bot.api.calls.some(({ method }) => method === 'sendChatAction'),
      'the person sees that an answer is on its way',
    );
    expect(openChat(bot, ME).shown()).toHaveLength(1);
    goOn();
    await settled(bot);
    expect(openChat(bot, ME).shown()).toHaveLength(2);
  });

  it('that is too old to be answered over the chat is answered in it', async () => {
    const bot = await startBot();
    const chat = openChat(bot, ME);
    const [answer] = (await chat.say(QUESTION)) as [SentMessage];
    const tooOld = {
      error_code: 400,
      description:
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
    };
    bot.api.trouble('answerCallbackQuery', tooOld);
    const [word] = await chat.tap(answer, '有用');
    expect(word?.text).toBe('已记录：有用。感谢反馈。');
  });

  it('on 下一段 sends the passage anew where the old message is gone', async () => {
    const bot = await startBot();
    const chat = openChat(bot, ME);
    const [answer] = (await chat.say(QUESTION)) as [SentMessage];
    const [passage] = (await chat.tap(answer, '查看原文')) as [SentMessage];
    const gone = { error_code: 400, description: 'Bad Request: message to edit not found' };
    bot.api.trouble('editMessageText', gone);
    expect(await chat.tap(passage, '下一段')).toHaveLength(1);
  });

  it('on 下一段 whose old message is gone is not answered twice where the answer was lost', async () => {
    const bot = await startBot();
    const chat = openChat(bot, ME);
    const [answer] = (await chat.say(QUESTION)) as [SentMessage];
    const [passage] = (await chat.tap(answer, '查看原文')) as [SentMessage];
    const gone = { error_code: 400, description: 'Bad Request: message to edit not found' };
    bot.api.trouble('editMessageText', gone, 2);
    bot.api.trouble('sendMessage', 'reset-after');
    const [anew, word] = await chat.tap(passage, '下一段');
    expect(anew?.text).not.toBe(passage.text);
    expect(word?.text).toMatch(/^刚才连接中断/u);
  });

  it('on 下一段 whose answer was lost turns the page all the same, once', async () => {
    const bot = await startBot();
    const chat = openChat(bot, ME);
    const [answer] = (await chat.say(QUESTION)) as [SentMessage];
    const [passage] = (await chat.tap(answer, '查看原文')) as [SentMessage];
    bot.api.trouble('editMessageText', 'reset-after');
    expect(await chat.tap(passage, '下一段')).toEqual([]);
    expect(chat.shown().at(-1)?.text).not.toBe(passage.text);
  });
});

describe('the operator', () => {
  it.each([
    ['a wrong token', { error_code: 401, description: 'Unauthorized' }, /TELEGRAM_BOT_TOKEN/u],
    ['a server that answers in HTML', 'html', /连不上 Telegram（答复的格式不对，invalid-json）/u],
    ['an answer that is cut off', 'truncate', /连不上 Telegram/u],
    ['a line that breaks', 'reset-before', /连不上 Telegram（连接中断，ECONNRESET）/u],
    ['an odd answer', { error_code: 418, description: 'Teapot' }, /Telegram 拒绝了请求/u],
  ] as const)('is told of %s in one line, and of its end in another', async (_, kind, line) => {
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    bot.api.trouble('getMe', kind, 2);
    await bot.serve();
    await bot.api.until(() => bot.api.polling(), 'the bot asks for updates');
    expect(bot.told).toEqual([
      expect.stringMatching(line),
      '与 Telegram 的连接已恢复。',
      'Telegram 机器人 @ganxun_test_bot 开始应答。',
    ]);
    expect([...bot.told, ...bot.logged].join()).not.toContain(bot.api.token);
  });

  it('is told when another program asks for the same updates, until it stops', async () => {
    const bot = await startBot();
    const conflict = {
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request',
    };
    bot.api.trouble('getUpdates', conflict, 3);
    const messages = await openChat(bot, ME).say(QUESTION);
    expect(answersIn(messages)).toBe(1);
    expect(bot.told.slice(-2)).toEqual([
      expect.stringMatching(/^另有程序在用同一个机器人/u),
      '与 Telegram 的连接已恢复。',
    ]);
  });

  it('is told that nothing listens where the server should be', async () => {
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    await bot.serve({ apiRoot: 'http://127.0.0.1:9' });
    await expect.poll(() => bot.told).toEqual([expect.stringMatching(/ECONNREFUSED/u)]);
    expect(bot.told.join() + bot.logged.join()).not.toContain(bot.api.token);
  });

  it('can stop it while a server hangs', async () => {
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    bot.api.trouble('getMe', 'hang');
    const service = await bot.serve({ parts: { graceMs: 50 } });
    await bot.api.until(() => bot.api.calls.length > 0, 'the bot calls');
    await service.close();
    expect(bot.told).toEqual([]);
  });
});
