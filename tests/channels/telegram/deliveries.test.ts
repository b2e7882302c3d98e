import { describe, expect, it, onTestFinished } from 'vitest';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { dataOf, openChat, settled } from '../../support/chat-window.ts';
import { freePort } from '../../support/free-port.ts';
import { type Changes, makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { addDeliveries, reportOf, unreachedIn } from './add-deliveries.ts';
import { admitPeople } from './admit-people.ts';

const TEXT = '本周的学习内容是《规划》第三编。\n点下面的按钮可以开始。';
const CHATS = [11, 12, 13];

async function makeBot(chats: readonly number[] = CHATS): Promise<PlanBot> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  await admitPeople(bot, chats);
  // Each has spoken with the bot before.
  for (const chat of chats) bot.api.unblock(chat);
  return bot;
}

async function serve(bot: PlanBot, changes: Changes = {}): Promise<void> {
  await bot.serve(changes);
}

/** Until every message has come to an end. */
async function sentAll(bot: PlanBot): Promise<void> {
  await expect
    .poll(async () => (await reportOf(bot.app)).waiting, { interval: 10, timeout: 15_000 })
    .toBe(0);
}

const textsIn = ({ api }: PlanBot, chat: number) => api.messages(chat).map(({ text }) => text);

describe('a message that nobody asked for', () => {
  it('arrives once with its buttons, which name it and their position', async () => {
    const bot = await makeBot();
    const buttons = ['开始学习', '本周不再提醒', '停止学习提醒'];
    const ids = await addDeliveries(bot.app, CHATS, { text: TEXT, buttons });
    await serve(bot);
    await sentAll(bot);
    for (const chat of CHATS) {
      expect(textsIn(bot, chat)).toEqual([TEXT]);
      const [message] = openChat(bot, chat).shown() as [SentMessage];
      const id = ids.get(chat);
      expect(buttons.map((label) => dataOf(message, label))).toEqual([
        `a${id}.0`,
        `a${id}.1`,
        `a${id}.2`,
      ]);
    }
    expect(await reportOf(bot.app)).toMatchObject({ sent: 3, failed: [], uncertain: 0 });
  });

  it('is a single message, however long it and its buttons are', async () => {
    const bot = await makeBot();
    const text = '字'.repeat(4096);
    const label = '这个按钮的文字比手机上能够显示的长得多得多';
    await addDeliveries(bot.app, [11], { text, buttons: [label] });
    await addDeliveries(bot.app, [12], { text: TEXT, buttons: [label] });
    await serve(bot);
    await sentAll(bot);
    expect(textsIn(bot, 11)).toEqual([text]);
    expect(textsIn(bot, 12)).toEqual([`${TEXT}\n\n可选操作\n1. ${label}`]);
    const [long] = openChat(bot, 11).shown() as [SentMessage];
    expect(dataOf(long, label)).toMatch(/^a[\w-]{16}\.0$/u);
  });

  it('goes out through a bot with a webhook too', async () => {
    const bot = await makeBot();
    await addDeliveries(bot.app, CHATS, { text: TEXT });
    const port = await freePort();
    const url = new URL(`http://127.0.0.1:${port}/telegram/hook`);
    await serve(bot, { webhook: { url, host: '127.0.0.1', port } });
    await sentAll(bot);
    expect(CHATS.map((chat) => textsIn(bot, chat))).toEqual(CHATS.map(() => [TEXT]));
  });

  it('is not sent to whoever shut the bot out, until they speak again', async () => {
    const bot = await makeBot();
    const { deliveries } = await bot.app.records();
    const reachOf12 = async () => (await deliveries.reach(['p12'], bot.app.clock.now())).get('p12');
    bot.api.block(12);
    await addDeliveries(bot.app, CHATS, { text: TEXT });
    await serve(bot);
    await sentAll(bot);
    expect(await unreachedIn(bot.app)).toEqual(new Map([[12, 'blocked']]));
    expect(await reachOf12()).toMatchObject({ open: [], shut: ['telegram'] });
    bot.api.unblock(12);
    bot.api.say(12, '/help');
    await settled(bot);
    expect(await reachOf12()).toMatchObject({
      open: [{ channel: 'telegram', key: '12' }],
      shut: [],
    });
  });

  it('is not sent to whoever has never spoken with this bot, until they do', async () => {
    const bot = await makeBot();
    const { deliveries } = await bot.app.records();
    const reachOf12 = async () => (await deliveries.reach(['p12'], bot.app.clock.now())).get('p12');
    await addDeliveries(bot.app, [12], { text: TEXT });
    bot.api.trouble('sendMessage', {
      error_code: 400,
      description: 'Bad Request: chat not found',
    });
    await serve(bot);
    await sentAll(bot);
    expect(await unreachedIn(bot.app)).toEqual(new Map([[12, 'blocked']]));
    expect((await reachOf12())?.shut).toEqual(['telegram']);
    bot.api.say(12, '/help');
    await settled(bot);
    expect((await reachOf12())?.shut).toEqual([]);
  });

  it('is not opened again by what its person says in a group', async () => {
    const bot = await makeBot();
    const { deliveries } = await bot.app.records();
    bot.api.block(12);
    await addDeliveries(bot.app, [12], { text: TEXT });
    await serve(bot);
    await sentAll(bot);
    bot.api.say(-500, '/help', { from: 12 });
    await settled(bot);
    const reach = (await deliveries.reach(['p12'], bot.app.clock.now())).get('p12');
    expect(reach?.shut).toEqual(['telegram']);
  });

  it('that Telegram refuses is told as refused, with the reason in the log and no words', async () => {
    const bot = await makeBot();
    await addDeliveries(bot.app, [11], { text: TEXT });
    bot.api.trouble('sendMessage', { error_code: 400, description: 'Bad Request: odd' });
    await serve(bot);
    await sentAll(bot);
    expect(await unreachedIn(bot.app)).toEqual(new Map([[11, 'refused']]));
    expect(bot.logged.join()).toContain('Bad Request: odd');
    expect(bot.logged.join()).not.toContain('学习');
  });

  it.each(['reset-after', 'truncate', 'reset-before', 'html'] as const)(
    'whose answer was lost (%s) is in doubt, and is not sent again',
    async (kind) => {
      const bot = await makeBot();
      await addDeliveries(bot.app, CHATS, { text: TEXT });
      bot.api.trouble('sendMessage', kind);
      await serve(bot);
      await sentAll(bot);
      expect([...(await unreachedIn(bot.app)).values()]).toEqual(['uncertain']);
      await bot.stop();
      await serve(bot);
      await openChat(bot, 99).say('/help');
      const counts = CHATS.map((chat) => textsIn(bot, chat).length).sort();
      const isCarriedOut = kind === 'reset-after' || kind === 'truncate';
      expect(counts).toEqual(isCarriedOut ? [1, 1, 1] : [0, 1, 1]);
    },
  );

  it('costs no others while the line is broken: it is tried before each', async () => {
    const bot = await makeBot();
    await addDeliveries(bot.app, CHATS, { text: TEXT });
    bot.api.trouble('sendMessage', 'reset-before');
    await serve(bot, { messagesPerSecond: 10 });
    await bot.api.until(
      () => bot.api.calls.some(({ method }) => method === 'sendMessage'),
      'the first is lost',
    );
    bot.api.trouble('getMe', 'reset-before', 3);
    await sentAll(bot);
    expect(await reportOf(bot.app)).toMatchObject({ sent: 2, uncertain: 1 });
    expect(bot.api.calls.filter(({ method }) => method === 'getMe').length).toBeGreaterThan(3);
  });

  it.each([
    ['a flood', { error_code: 429, description: 'x', parameters: { retry_after: 1 } }],
    ['an error of the server', { error_code: 500, description: 'Internal Server Error' }],
    ['a wrong token', { error_code: 401, description: 'Unauthorized' }],
  ] as const)('waits for the end of %s, and all arrive once', async (_, kind) => {
    const bot = await makeBot();
    await addDeliveries(bot.app, CHATS, { text: TEXT });
    bot.api.trouble('sendMessage', kind, 2);
    await serve(bot);
    await sentAll(bot);
    expect(CHATS.map((chat) => textsIn(bot, chat))).toEqual(CHATS.map(() => [TEXT]));
    expect(await reportOf(bot.app)).toMatchObject({ sent: 3, uncertain: 0 });
  });

  it('is not sent after it was stopped while it was ready', async () => {
    const bot = await makeBot();
    const { reminders } = await bot.app.records();
    await addDeliveries(bot.app, CHATS, { text: TEXT });
    const at = bot.app.clock.now().toISOString();
    await reminders.change([{ kind: 'stop-reminder', id: 'reminder-1', at }]);
    await serve(bot);
    await openChat(bot, 99).say('/help');
    expect(CHATS.flatMap((chat) => textsIn(bot, chat))).toEqual([]);
    expect(await reportOf(bot.app)).toMatchObject({ sent: 0, skipped: 3 });
  });

  it('that is urgent goes before the others', async () => {
    const bot = await makeBot();
    await addDeliveries(bot.app, [11, 12], { text: TEXT });
    await addDeliveries(bot.app, [13], { text: '今天下午停课。', isUrgent: true });
    await serve(bot);
    await sentAll(bot);
    const sent = bot.api.calls.filter(({ method }) => method === 'sendMessage');
    expect(sent.map(({ payload }) => Number(payload.chat_id))).toEqual([13, 11, 12]);
  });

  it('comes when it is there, not only when the bot starts', async () => {
    const bot = await makeBot();
    await serve(bot);
    await openChat(bot, 99).say('/help');
    await addDeliveries(bot.app, CHATS, { text: TEXT });
    await sentAll(bot);
    expect(CHATS.map((chat) => textsIn(bot, chat))).toEqual(CHATS.map(() => [TEXT]));
  });

  it('stays where the bot stops in mid-send, and goes out once afterwards', async () => {
    const chats = Array.from({ length: 60 }, (_, at) => 1001 + at);
    const bot = await makeBot(chats);
    await addDeliveries(bot.app, chats, { text: TEXT });
    await serve(bot);
    await bot.api.until(() => textsIn(bot, 1010).length === 1, 'some are sent');
    await bot.stop();
    const { sent, uncertain, waiting } = await reportOf(bot.app);
    expect(uncertain).toBe(0);
    expect(sent).toBe(chats.filter((chat) => textsIn(bot, chat).length === 1).length);
    expect(waiting).toBe(chats.length - sent);
    expect(waiting).toBeGreaterThan(0);
    await serve(bot);
    await sentAll(bot);
    expect(chats.map((chat) => textsIn(bot, chat))).toEqual(chats.map(() => [TEXT]));
  });

  it('keeps its pace where the clock is set back by an hour in mid-send', async () => {
    const chats = Array.from({ length: 40 }, (_, at) => 1001 + at);
    const bot = await makeBot(chats);
    await addDeliveries(bot.app, chats, { text: TEXT });
    let isBack = false;
    const { clock } = bot.app;
    const now = () => new Date(clock.now().getTime() - (isBack ? 3_600_000 : 0));
    await bot.serve({ parts: { clock: { now } } });
    await bot.api.until(() => textsIn(bot, 1010).length === 1, 'some are sent');
    isBack = true;
    await sentAll(bot);
    expect(chats.map((chat) => textsIn(bot, chat))).toEqual(chats.map(() => [TEXT]));
    const times = bot.api.calls
      .filter(({ method }) => method === 'sendMessage')
      .map(({ at }) => at);
    const rate = ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
    expect(rate).toBeGreaterThan(15);
    expect(rate).toBeLessThan(30);
  });

  it('keeps nobody from stopping the bot while the records do not answer', async () => {
    const bot = await makeBot();
    const { deliveries } = await bot.app.records();
    let asked = 0;
    const ready = () => {
      asked++;
      return new Promise<never>(() => {});
    };
    await bot.serve({ parts: { outbox: { ...deliveries, ready }, graceMs: 100 } });
    await expect.poll(() => asked).toBe(1);
    await bot.stop();
  });

  it('is in doubt where the bot must stop before Telegram answers', async () => {
    const bot = await makeBot([11]);
    await addDeliveries(bot.app, [11], { text: TEXT });
    bot.api.trouble('sendMessage', 'hang');
    await bot.serve({ parts: { graceMs: 100 } });
    await bot.api.until(
      () => bot.api.calls.some(({ method }) => method === 'sendMessage'),
      'it is on its way',
    );
    await bot.stop();
    await serve(bot);
    await sentAll(bot);
    expect(await reportOf(bot.app)).toMatchObject({ sent: 0, uncertain: 1 });
    expect(textsIn(bot, 11)).toEqual([]);
  });
});
