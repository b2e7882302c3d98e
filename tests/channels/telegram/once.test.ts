import { describe, expect, it, onTestFinished } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { openChat, settled } from '../../support/chat-window.ts';
import { type Changes, makePlanBot, type PlanBot } from '../../support/plan-bot.ts';

const QUESTION = '网络培训学时怎么管理？';
const CHATS = 500;
const ME = 7;

async function startBot(changes: Changes = {}): Promise<PlanBot> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  await bot.serve(changes);
  return bot;
}

const textsIn = (bot: PlanBot, chat: number) => bot.api.messages(chat).map(({ text }) => text);

describe('an update', () => {
  it('that is delivered twice is answered once', async () => {
    const bot = await startBot();
    const said = bot.api.say(ME, QUESTION);
    await settled(bot);
    bot.api.redeliver(said.update_id);
    bot.api.redeliver(bot.api.say(ME, '/help').update_id - 1);
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(2);
  });

  it('that is delivered twice while it is being answered is answered once', async () => {
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const bot = await startBot({
      around: (conversation) => ({
        ...conversation,
        respond: async (...all) => {
          await slow;
          await conversation.respond(...all);
        },
      }),
    });
    const { update_id } = bot.api.say(ME, QUESTION);
    await expect.poll(() => bot.api.pending()).toBe(0);
    bot.api.redeliver(update_id);
    await expect.poll(() => bot.api.pending()).toBe(0);
    goOn();
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(1);
  });

  it('that was taken in is confirmed when the bot stops', async () => {
    const bot = await startBot();
    await bot.api.until(() => bot.api.polling(), 'the bot asks for updates');
    const { update_id } = bot.api.say(ME, QUESTION);
    await bot.api.until(() => bot.api.messages(ME).length === 1, 'the bot answers');
    await bot.stop();
    const last = bot.api.calls.filter(({ method }) => method === 'getUpdates').at(-1);
    expect(last?.payload).toMatchObject({ offset: update_id + 1, timeout: 0 });
    expect(bot.api.pending()).toBe(0);
  });

  it('that cannot be kept is not confirmed, and answered when it can', async () => {
    let isFull = true;
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const { inbox } = await bot.app.records();
    const failing = async () => {
      throw new UserFacingError('database or disk is full');
    };
    await bot.serve({
      parts: {
        inbox: { ...inbox, accept: (...all) => (isFull ? failing() : inbox.accept(...all)) },
      },
    });
    bot.api.say(ME, QUESTION);
    await expect.poll(() => bot.logged.join()).toContain('disk is full');
    expect(bot.api.pending()).toBe(1);
    isFull = false;
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(1);
  });

  it('whose progress cannot be kept for a while is answered once all the same', async () => {
    let failures = 3;
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const { inbox } = await bot.app.records();
    await bot.serve({
      parts: {
        inbox: {
          ...inbox,
          save: async (...all) => {
            if (failures-- > 0) throw new UserFacingError('database is locked');
            await inbox.save(...all);
          },
        },
      },
    });
    await openChat(bot, ME).say(QUESTION);
    expect(bot.api.messages(ME)).toHaveLength(1);
    expect(failures).toBeLessThan(0);
  });

  it('that was answered while the records were busy is not called doubtful', async () => {
    let failures = 3;
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const { inbox } = await bot.app.records();
    const finish: typeof inbox.finish = async (...all) => {
      if (failures-- > 0) throw new UserFacingError('database is locked');
      await inbox.finish(...all);
    };
    await bot.serve({ parts: { inbox: { ...inbox, finish } } });
    await openChat(bot, ME).say(QUESTION);
    expect(textsIn(bot, ME)).toEqual([expect.stringContaining('学时互认机制')]);
    expect(failures).toBeLessThan(0);
  });

  it('that waits for a flood when the bot stops is answered by the next one', async () => {
    const bot = await startBot({ parts: { graceMs: 300 } });
    const flood = { error_code: 429, description: 'x', parameters: { retry_after: 70 } };
    bot.api.trouble('sendMessage', flood);
    bot.api.say(ME, QUESTION);
    const isFlooded = () => bot.api.calls.some(({ ok, method }) => !ok && method === 'sendMessage');
    await bot.api.until(isFlooded, 'the chat has to wait');
    await bot.stop();
    expect(textsIn(bot, ME)).toEqual([]);
    await bot.serve();
    await settled(bot);
    expect(textsIn(bot, ME)).toEqual([expect.stringContaining('学时互认机制')]);
  });

  it('that breaks the assistant is answered with a word, and the next as ever', async () => {
    let isBroken = true;
    const bot = await startBot({
      around: (conversation) => ({
        ...conversation,
        respond: async (...all) => {
          if (isBroken) throw new TypeError('a defect');
          await conversation.respond(...all);
        },
      }),
    });
    const chat = openChat(bot, ME);
    await chat.say(QUESTION);
    isBroken = false;
    await chat.say(QUESTION);
    expect(textsIn(bot, ME)).toEqual([
      expect.stringMatching(/^出现意外错误/u),
      expect.stringContaining('学时互认机制'),
    ]);
  });
});

describe('one chat', () => {
  it('that asks beyond all measure is told so once, and keeps nobody else waiting', async () => {
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const bot = await startBot({
      around: (conversation) => ({
        ...conversation,
        respond: async (incoming, emit) => {
          if (incoming.speaker.person === String(ME)) await slow;
          await conversation.respond(incoming, emit);
        },
      }),
    });
    for (let asked = 0; asked < 600; asked++) bot.api.say(ME, '/help');
    bot.api.say(8, QUESTION);
    await bot.api.until(() => bot.api.messages(8).length === 1, 'another chat is answered');
    expect(textsIn(bot, ME)).toEqual([expect.stringMatching(/^前面的提问还没有答复完/u)]);
    goOn();
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(101);
  });

  it('is not held up for ever by what a defect stops', async () => {
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const { inbox } = await bot.app.records();
    const first = bot.api.say(ME, QUESTION).update_id;
    await bot.serve({
      parts: {
        inbox: {
          ...inbox,
          save: async (botId, update, progress) => {
            if (update === first) throw new TypeError('a defect');
            await inbox.save(botId, update, progress);
          },
        },
      },
    });
    bot.api.say(ME, '/help');
    await settled(bot);
    expect(textsIn(bot, ME)).toEqual([expect.stringMatching(/^使用说明/u)]);
    expect(bot.logged.join()).toContain('a defect');
  });
});

/** A busy machine comes round to renew it late; who loses it begins anew, with words of doubt. */
const PATIENT_LEASE = { lifeMs: 20_000, renewMs: 500 };

describe(`${CHATS} chats at once`, () => {
  it('are all answered, each question once, in order within a chat', async () => {
    const bot = await startBot({ parts: { leaseTimes: PATIENT_LEASE } });
    const chats = Array.from({ length: CHATS }, (_, at) => 5000 + at);
    for (const chat of chats) bot.api.say(chat, '/help');
    for (const chat of chats) bot.api.say(chat, QUESTION);
    for (const chat of chats) bot.api.say(chat, '资料清单');
    await settled(bot);
    const wrong = chats.filter((chat) => {
      const [help, answer, list, ...more] = textsIn(bot, chat);
      const isRight =
        help?.startsWith('使用说明') &&
        answer?.includes('学时互认机制') &&
        list?.startsWith('现有资料');
      return !isRight || more.length > 0;
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('do not keep the bot from stopping, and are answered by the next one', async () => {
    const bot = await startBot({ parts: { graceMs: 300, leaseTimes: PATIENT_LEASE } });
    const flood = { error_code: 429, description: 'x', parameters: { retry_after: 70 } };
    bot.api.trouble('sendMessage', flood, CHATS);
    const chats = Array.from({ length: CHATS + 20 }, (_, at) => 5000 + at);
    for (const chat of chats) bot.api.say(chat, '/help');
    const floods = () => bot.api.calls.filter(({ ok, method }) => !ok && method === 'sendMessage');
    await bot.api.until(() => floods().length >= CHATS, 'all have to wait', 20_000);
    await bot.stop();
    await bot.serve({ parts: { leaseTimes: PATIENT_LEASE } });
    await settled(bot);
    expect(chats.filter((chat) => bot.api.messages(chat).length !== 1)).toEqual([]);
  }, 60_000);

  it('are not held up by one that has to wait', async () => {
    const bot = await startBot();
    const flood = { error_code: 429, description: 'x', parameters: { retry_after: 2 } };
    bot.api.trouble('sendMessage', flood);
    bot.api.say(ME, QUESTION);
    const isFlooded = () => bot.api.calls.some(({ ok, method }) => !ok && method === 'sendMessage');
    await bot.api.until(isFlooded, 'one chat has to wait');
    bot.api.say(8, QUESTION);
    await bot.api.until(() => bot.api.messages(8).length === 1, 'the other chat is answered');
    expect(bot.api.messages(ME)).toEqual([]);
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(1);
  });
});
