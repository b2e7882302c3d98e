import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StreamTimes } from '../../../../src/channels/telegram/streaming/stream-times.ts';
import { UserFacingError } from '../../../../src/errors.ts';
import type { SentMessage } from '../../../support/bot-api/start-bot-api.ts';
import { covered, openChat, settled } from '../../../support/chat-window.ts';
import { type Changes, makePlanBot, type PlanBot } from '../../../support/plan-bot.ts';
import { quote, type Stage, setStage, text } from '../../../support/staged-replies.ts';

const GROUP = -1001;
const ASKER = 21;
const QUESTION = '/ask 网络培训学时怎么管理？';
const UNFINISHED = '（未完，请稍候……）';
const LOST = /^刚才连接中断，有一条答复可能没有送到或者没有送完/u;
const TIMES: StreamTimes = { signMs: 20, draftMs: 80, editMs: 120, renewMs: 20_000 };

async function startBot(changes: Changes = {}): Promise<PlanBot & Stage> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  const stage = setStage();
  const { around } = stage;
  const serve = ({ parts }: Changes = {}) =>
    bot.serve({ around, parts: { streamTimes: TIMES, ...parts } });
  await serve(changes);
  return { ...bot, ...stage, serve };
}

const ask = ({ api }: PlanBot) => api.say(GROUP, QUESTION, { from: ASKER });
const shown = ({ api }: PlanBot) => api.messages(GROUP);
const textsIn = (bot: PlanBot) => shown(bot).map((one) => one.text);

/** Asks, and begins the reply with a first sentence that everyone sees. */
async function begun(bot: PlanBot & Stage) {
  const asked = ask(bot);
  const reply = await bot.next();
  reply.begin();
  reply.working('正在查阅资料');
  reply.block(text('甲。'));
  await bot.api.until(() => shown(bot).length === 1, 'the beginning is shown');
  return { asked: asked.message.message_id, reply };
}

const untilShown = (bot: PlanBot, words: string) =>
  bot.api.until(() => shown(bot).at(-1)?.text?.includes(words) === true, `"${words}" is shown`);

describe('a reply that takes its time, in a group', () => {
  it('is seen as a message that grows, marked as unfinished until the whole replaces it', async () => {
    const bot = await startBot();
    const { asked, reply } = await begun(bot);
    expect(shown(bot)).toMatchObject([{ text: `甲。\n\n${UNFINISHED}`, reply_to: asked }]);
    reply.block(quote('乙。'));
    await untilShown(bot, '引文①');
    expect(covered(shown(bot)[0] as SentMessage, 'blockquote')).toEqual(['乙。']);
    expect(shown(bot)[0]?.reply_markup).toBeUndefined();
    reply.block(text('丙。'));
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。\n\n乙。\n引文① 《规划》六（一）\n\n丙。']);
    expect(shown(bot)[0]?.reply_markup?.inline_keyboard.flat()).not.toEqual([]);
    expect(bot.api.calls.filter(({ method }) => method === 'sendMessageDraft')).toEqual([]);
    expect(bot.logged).toEqual([]);
  });

  it('is typing while there is no more than a word', async () => {
    const bot = await startBot();
    ask(bot);
    const reply = await bot.next();
    reply.begin();
    reply.working('正在查阅资料');
    const isTyping = () => bot.api.calls.some(({ method }) => method === 'sendChatAction');
    await bot.api.until(isTyping, 'typing is shown');
    await pause(2 * TIMES.editMs);
    expect(shown(bot)).toEqual([]);
    reply.block(text('甲。'));
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。']);
  });

  it('changes at a measured pace, and is nothing but what was made', async () => {
    const bot = await startBot();
    ask(bot);
    const reply = await bot.next();
    reply.begin();
    for (let number = 1; number <= 30; number++) {
      reply.block(text(`第${number}句。`));
      await pause(20);
    }
    reply.end();
    await settled(bot);
    const whole = textsIn(bot)[0] ?? '';
    const calls = bot.api.calls.filter(({ method }) => /^(?:send|edit)Message/u.test(method));
    const parts = calls.slice(0, -1).map(({ payload }) => String(payload.text));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.length).toBeLessThan(30);
    const unmarked = parts.map((part) => part.replace(`\n\n${UNFINISHED}`, ''));
    expect(unmarked.filter((part) => !whole.startsWith(part))).toEqual([]);
    const gaps = calls.slice(1, -1).map(({ at }, index) => at - (calls[index]?.at ?? 0));
    // A timer may be a little early.
    expect(Math.min(...gaps)).toBeGreaterThan(TIMES.editMs - 5);
  });

  it('leaves room for the mark in a message that is full, and goes on in others', async () => {
    const bot = await startBot();
    ask(bot);
    const reply = await bot.next();
    reply.begin();
    reply.working('正在查阅资料');
    reply.block(text('甲'.repeat(4096)));
    await untilShown(bot, UNFINISHED);
    expect(textsIn(bot)[0]?.length).toBe(4096);
    reply.block(text('乙'.repeat(3000)));
    await pause(2 * TIMES.editMs);
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲'.repeat(4096), '乙'.repeat(3000)]);
  });

  it('says why where it fails in the middle, in the place of its beginning', async () => {
    const bot = await startBot();
    const { reply } = await begun(bot);
    reply.fail('请稍后再试。');
    await settled(bot);
    expect(textsIn(bot)).toEqual(['请稍后再试。']);
  });

  it('to a tap says so there too, not over the chat', async () => {
    const bot = await startBot();
    const { reply } = await begun(bot);
    reply.end();
    await settled(bot);
    bot.api.tap(shown(bot)[0] as SentMessage, `a${'x'.repeat(16)}.1`, { from: ASKER });
    const next = await bot.next();
    next.begin();
    next.working('正在查阅资料');
    next.block(text('乙。'));
    await bot.api.until(() => shown(bot).length === 2, 'the beginning is shown');
    next.fail('请稍后再试。');
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。', '请稍后再试。']);
  });
});

describe('a message that shows the beginning', () => {
  const tooMany = (seconds: number) => ({
    ...{ error_code: 429, description: 'Too Many Requests' },
    parameters: { retry_after: seconds },
  });

  it('and was deleted is followed by the whole, once', async () => {
    const bot = await startBot();
    const { reply } = await begun(bot);
    const gone = { error_code: 400, description: 'Bad Request: message to edit not found' };
    bot.api.trouble('editMessageText', gone, 2);
    reply.block(text('乙。'));
    const isTried = () => bot.api.calls.some(({ method }) => method === 'editMessageText');
    await bot.api.until(isTried, 'it is to be changed');
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual([`甲。\n\n${UNFINISHED}`, '甲。\n\n乙。']);
  });

  it.each(['reset-before', 'reset-after', 'html', 'truncate'] as const)(
    'and may have been lost (%s) is not sent again, nor is the reply unless that is asked for',
    async (kind) => {
      const bot = await startBot();
      ask(bot);
      const reply = await bot.next();
      reply.begin();
      reply.working('正在查阅资料');
      bot.api.trouble('sendMessage', kind);
      reply.block(text('甲。'));
      await bot.api.until(() => bot.logged.length > 0, 'it has failed');
      reply.block(text('乙。'));
      reply.end();
      await settled(bot);
      const isCarriedOut = kind === 'reset-after' || kind === 'truncate';
      const beginning = isCarriedOut ? [`甲。\n\n${UNFINISHED}`] : [];
      expect(textsIn(bot)).toEqual([...beginning, expect.stringMatching(LOST)]);
      const tapped = openChat(bot, GROUP).tap(shown(bot).at(-1) as SentMessage, '重新显示', ASKER);
      const again = await bot.next();
      expect(again.incoming.message).toBe(reply.incoming.message);
      again.begin();
      again.block(text('甲。'));
      again.block(text('乙。'));
      again.end();
      expect((await tapped).map((one) => one.text)).toEqual(['甲。\n\n乙。']);
    },
  );

  it.each(['reset-before', 'reset-after'] as const)(
    'and whose change was lost (%s) is replaced by the whole all the same',
    async (kind) => {
      const bot = await startBot();
      const { reply } = await begun(bot);
      bot.api.trouble('editMessageText', kind);
      reply.block(text('乙。'));
      await bot.api.until(() => bot.logged.length > 0, 'it has failed');
      reply.end();
      await settled(bot);
      expect(textsIn(bot)).toEqual(['甲。\n\n乙。']);
    },
  );

  it('and has to wait for a flood does not hold up the reply', async () => {
    const bot = await startBot();
    ask(bot);
    const reply = await bot.next();
    reply.begin();
    reply.working('正在查阅资料');
    bot.api.trouble('sendMessage', tooMany(3600));
    reply.block(text('甲。'));
    await bot.api.until(() => bot.logged.length > 0, 'it was refused');
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。']);
  });

  it('and cannot be changed for a flood is changed after it, to the newest', async () => {
    const bot = await startBot();
    const { reply } = await begun(bot);
    bot.api.trouble('editMessageText', tooMany(1));
    reply.block(text('乙。'));
    await bot.api.until(() => bot.logged.length > 0, 'it was refused');
    reply.block(text('丙。'));
    await untilShown(bot, '甲。\n\n乙。\n\n丙。');
    expect(shown(bot)[0]?.edits).toBe(1);
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。\n\n乙。\n\n丙。']);
  });

  it('in a group that is closed cuts the reply short', async () => {
    const bot = await startBot();
    const { reply } = await begun(bot);
    bot.api.restrictGroup(GROUP);
    reply.block(text('乙。'));
    await bot.api.until(() => reply.left.aborted, 'the reply is told');
    reply.end();
    await settled(bot);
    expect(shown(bot)).toHaveLength(1);
  });

  it('is replaced by the next process where this one must end', async () => {
    const bot = await startBot({ parts: { graceMs: 50 } });
    const { reply } = await begun(bot);
    const stopped = bot.stop();
    await bot.api.until(() => reply.left.aborted, 'the reply is told');
    reply.block(text('乙。'));
    reply.end();
    await stopped;
    expect(textsIn(bot)).toEqual([`甲。\n\n${UNFINISHED}`]);
    await bot.serve();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。\n\n乙。']);
  });

  it('is not sent before it can be written down that it is, and is known when that failed', async () => {
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const stage = setStage();
    const { inbox } = await bot.app.records();
    let failures = 0;
    const save: typeof inbox.save = async (...all) => {
      if (failures-- > 0) throw new UserFacingError('database is locked');
      await inbox.save(...all);
    };
    await bot.serve({
      around: stage.around,
      parts: { streamTimes: TIMES, inbox: { ...inbox, save } },
    });
    ask(bot);
    const reply = await stage.next();
    reply.begin();
    reply.working('正在查阅资料');
    failures = 3;
    reply.block(text('甲。'));
    await bot.api.until(() => failures === 1, 'it is tried to write');
    expect(shown(bot)).toEqual([]);
    await bot.api.until(() => shown(bot).length === 1, 'the beginning is shown');
    reply.end();
    await settled(bot);
    expect(textsIn(bot)).toEqual(['甲。']);
  });
});
