import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { webhookSecret } from '../../../../src/channels/telegram/incoming/webhook.ts';
import { openChat, settled } from '../../../support/chat-window.ts';
import { freePort } from '../../../support/free-port.ts';
import { type Changes, makePlanBot, type PlanBot } from '../../../support/plan-bot.ts';

const QUESTION = '网络培训学时怎么管理？';
const ME = 7;

async function startBot(changes: Changes = {}): Promise<PlanBot & { readonly hook: string }> {
  const bot = await makePlanBot();
  onTestFinished(bot.close);
  const port = await freePort();
  const url = new URL(`http://127.0.0.1:${port}/telegram/hook`);
  await bot.serve({ webhook: { url, host: '127.0.0.1', port }, ...changes });
  await expect.poll(() => bot.told.at(-1), { timeout: 5000 }).toMatch(/开始应答/u);
  return { ...bot, hook: url.href };
}

function deliver(bot: PlanBot & { hook: string }, body: string, secret?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
  };
  return fetch(bot.hook, { method: 'POST', body, headers });
}

const said = (update_id: number) =>
  JSON.stringify({
    update_id,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: ME, type: 'private', first_name: '某' },
      from: { id: ME, is_bot: false, first_name: '某' },
      text: QUESTION,
    },
  });

describe('the webhook', () => {
  it('takes what Telegram delivers, and answers it once', async () => {
    const bot = await startBot();
    expect(await openChat(bot, ME).say(QUESTION)).toHaveLength(1);
    const secret = webhookSecret(bot.api.token);
    const answers = await Promise.all([
      deliver(bot, said(9), secret),
      deliver(bot, said(9), secret),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(2);
  });

  it('is told to Telegram with a secret and the updates that it wants', async () => {
    const bot = await startBot();
    const call = bot.api.calls.find(({ method }) => method === 'setWebhook');
    expect(call?.payload).toMatchObject({
      url: bot.hook,
      secret_token: webhookSecret(bot.api.token),
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    });
    expect(bot.api.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
  });

  it.each([
    ['no secret', undefined],
    ['a wrong secret', 'a'.repeat(64)],
    ['the token itself', '123456789:AAEXAMPLE-token_of_the_double'],
  ])('tells nothing to whoever comes with %s', async (_, secret) => {
    const bot = await startBot();
    const answer = await deliver(bot, said(9), secret);
    expect([answer.status, await answer.text()]).toEqual([401, '']);
    await settled(bot);
    expect(bot.api.messages(ME)).toEqual([]);
  });

  it('stands at its path alone', async () => {
    const bot = await startBot();
    const elsewhere = [fetch(bot.hook), fetch(new URL('/', bot.hook)), fetch(`${bot.hook}/x`)];
    const answers = await Promise.all(elsewhere);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it.each([
    ['no JSON', '{"update_id":'],
    ['no update', '[]'],
    ['an update without a number', '{"message":{}}'],
    ['nothing', ''],
  ])('acknowledges %s, since it would only come again, and goes on', async (_, body) => {
    const bot = await startBot();
    expect((await deliver(bot, body, webhookSecret(bot.api.token))).status).toBe(200);
    expect(await openChat(bot, ME).say(QUESTION)).toHaveLength(1);
  });

  it('takes no more than a megabyte', async () => {
    const bot = await startBot();
    const answer = await deliver(bot, 'x'.repeat(1_100_000), webhookSecret(bot.api.token));
    expect(answer.status).toBe(413);
  });

  it('has what cannot be kept delivered again', async () => {
    let failures = 2;
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const port = await freePort();
    const { inbox } = await bot.app.records();
    await bot.serve({
      webhook: { url: new URL(`http://127.0.0.1:${port}/hook`), host: '127.0.0.1', port },
      parts: {
        inbox: {
          ...inbox,
          accept: async (...all) => {
            if (failures-- > 0) throw new Error('database is locked');
            return inbox.accept(...all);
          },
        },
      },
    });
    await expect.poll(() => bot.told.at(-1)).toMatch(/开始应答/u);
    expect(await openChat(bot, ME).say(QUESTION)).toHaveLength(1);
    expect(failures).toBeLessThan(0);
  });

  it('goes on with what an earlier process left', async () => {
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const { inbox } = await bot.app.records();
    const botId = Number(bot.api.token.split(':')[0]);
    bot.api.say(ME, '/help');
    await inbox.accept(botId, [{ id: 9, body: said(9) }], bot.app.clock.now());
    const port = await freePort();
    const url = new URL(`http://127.0.0.1:${port}/hook`);
    await bot.serve({ webhook: { url, host: '127.0.0.1', port } });
    await settled(bot);
    expect(bot.api.messages(ME)).toHaveLength(2);
  });

  it('says which setting to change where its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const bot = await makePlanBot();
    onTestFinished(bot.close);
    const url = new URL(`http://127.0.0.1:${port}/hook`);
    await bot.serve({ webhook: { url, host: '127.0.0.1', port } });
    await expect.poll(() => bot.told.join()).toMatch(/端口 \d+ 已被.*TELEGRAM_WEBHOOK_PORT/u);
    await pause(500);
    expect([bot.told.length, bot.api.calls]).toEqual([1, []]);
  });

  it('stops although somebody holds a connection without a word', async () => {
    const bot = await startBot();
    const { hostname, port } = new URL(bot.hook);
    const silent = connect(Number(port), hostname);
    silent.on('error', () => {});
    await once(silent, 'connect');
    await bot.stop();
    expect(bot.told.at(-1)).toMatch(/开始应答/u);
  });

  it('tells the operator when answers cannot be sent, and when they can again', async () => {
    const bot = await startBot();
    bot.api.trouble('sendMessage', { error_code: 500, description: 'Internal Server Error' }, 2);
    await openChat(bot, ME).say(QUESTION);
    expect(bot.told.slice(-2)).toEqual([
      expect.stringMatching(/^连不上 Telegram/u),
      '与 Telegram 的连接已恢复。',
    ]);
  });

  it('makes way for long polling when its setting is taken away', async () => {
    const bot = await startBot();
    await bot.stop();
    await bot.serve();
    await bot.api.until(() => bot.api.polling(), 'the bot asks for updates');
    expect(await openChat(bot, ME).say(QUESTION)).toHaveLength(1);
  });
});
