import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, Bot, GrammyError, HttpError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  button,
  type PlainClient,
  plainClient,
  type Reply,
} from '../../support/bot-api/plain-client.ts';
import { type BotApi, startBotApi } from '../../support/bot-api/start-bot-api.ts';

const PERSON = 501;
const GROUP = -100_200;
const START = Date.parse('2027-06-01T04:00:00Z');

let time = START;
let api: BotApi;
let plain: PlainClient;
let client: Api;

beforeEach(async () => {
  time = START;
  api = await startBotApi({ now: () => time });
  plain = plainClient(api);
  client = new Api(api.token, { apiRoot: api.url });
});
afterEach(() => api.close());

function idsOf(reply: Reply): number[] {
  return (reply.result as { update_id: number }[]).map(({ update_id }) => update_id);
}

const say = (text: string) => api.say(PERSON, text);
const send = (fields: object = {}) =>
  plain.call('sendMessage', { chat_id: PERSON, text: '好', ...fields });
const shown = () => {
  const message = api.messages(PERSON).at(-1);
  if (message === undefined) throw new Error('Nothing was sent');
  return message;
};

describe('the server', () => {
  it('knows its token and its methods', async () => {
    const unknown = await plain.post('getMe', {}, '123456789:AnotherToken');
    expect(unknown).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    const malformed = await plain.post('getMe', {}, 'nonsense');
    expect(malformed.description).toBe('Unauthorized: invalid token specified');
    expect(await plain.refusal('getNothing')).toBe('404 Not Found: method not found');
    const elsewhere = await fetch(`${api.url}/other`);
    expect([elsewhere.status, (await elsewhere.json()).description]).toEqual([404, 'Not Found']);
  });

  it('takes arguments from the address, a form of either kind and JSON', async () => {
    say('hi');
    await fetch(`${api.url}/bot${api.token}/sendmessage?chat_id=${PERSON}&text=%E4%BA%95+a`);
    await plain.post('sendMessage', {
      body: new URLSearchParams({ chat_id: `${PERSON}`, text: '表 b' }),
    });
    const form = new FormData();
    form.set('chat_id', `${PERSON}`);
    form.set('text', '多 c');
    form.set('reply_markup', JSON.stringify({ inline_keyboard: [[button('x')]] }));
    await plain.post('SENDMESSAGE', { body: form });
    await send({ text: 'd' });
    expect(api.messages(PERSON).map(({ text }) => text)).toEqual(['井 a', '表 b', '多 c', 'd']);
    expect(api.calls.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(api.calls[2]?.payload.reply_markup).toEqual({ inline_keyboard: [[button('x')]] });
  });

  it('looks into no body of another type, and keeps fields it does not know', async () => {
    say('hi');
    expect((await plain.post('sendMessage', { body: '{"chat_id":1,"text":"a"}' })).ok).toBe(false);
    await send({ unheard_of: [1] });
    expect(api.calls.at(-1)).toEqual({
      method: 'sendMessage',
      payload: { chat_id: PERSON, text: '好', unheard_of: [1] },
      at: START,
      ok: true,
    });
  });
});

describe('updates', () => {
  it('come again until a higher offset confirms them', async () => {
    const ids = ['a', 'b', 'c'].map((text) => say(text).update_id);
    const [first = 0, second, third] = ids;
    expect(idsOf(await plain.call('getUpdates'))).toEqual(ids);
    expect(idsOf(await plain.call('getUpdates', { limit: 2 }))).toEqual([first, second]);
    expect(idsOf(await plain.call('getUpdates', { offset: first + 1 }))).toEqual([second, third]);
    expect(api.pending()).toBe(2);
    expect(idsOf(await plain.call('getUpdates', { offset: first }))).toEqual([second, third]);
    expect(idsOf(await plain.call('getUpdates', { offset: -1 }))).toEqual([third]);
    expect(idsOf(await plain.call('getUpdates', { offset: first + 1000 }))).toEqual([third]);
    expect(idsOf(await plain.call('getUpdates', { offset: first + 3 }))).toEqual([]);
    expect(api.pending()).toBe(0);
  });

  it('can be delivered again, once', async () => {
    const { update_id } = say('a');
    await plain.call('getUpdates', { offset: update_id + 1 });
    api.redeliver(update_id);
    expect(idsOf(await plain.call('getUpdates', { offset: update_id + 1 }))).toEqual([update_id]);
    expect(idsOf(await plain.call('getUpdates', { offset: update_id + 1 }))).toEqual([]);
    expect(() => api.redeliver(1)).toThrow('There was no update 1');
  });

  it('are limited to the kinds asked for, from then on', async () => {
    api.push({ update_id: api.say(PERSON, 'a').update_id + 1, message_reaction: {} });
    expect(api.pending()).toBe(1);
    await plain.call('getUpdates', { allowed_updates: ['message_reaction'] });
    say('not wanted');
    api.push({ message_reaction: {} });
    expect(api.pending()).toBe(2);
    await plain.call('getUpdates', { allowed_updates: 'nonsense' });
    say('still not wanted');
    expect(api.pending()).toBe(2);
    await plain.call('getUpdates', { allowed_updates: [] });
    say('wanted');
    expect(api.pending()).toBe(3);
  });

  it('go out exactly as pushed', async () => {
    const odd = [{ update_id: 'x', message: null }, 'text', null, {}];
    for (const update of odd) api.push(update);
    expect((await plain.call('getUpdates')).result).toEqual(odd);
  });

  it('that are made up leave the numbers of messages alone', async () => {
    say('a');
    await send();
    for (const message_id of [2 ** 53, -1, 1.5, 2]) {
      api.push({ message: { message_id, chat: { id: PERSON }, text: 'odd' } });
    }
    await send({ text: '再' });
    expect(api.messages(PERSON)).toMatchObject([
      { message_id: 2, text: '好' },
      { message_id: 3, text: '再' },
    ]);
  });

  it('expire: a tap after 150 seconds, a message after a day', async () => {
    say('a');
    await send({});
    api.tap(shown(), 'x');
    time += 150_000;
    expect(api.pending()).toBe(1);
    time += 86_400_000;
    expect(api.pending()).toBe(0);
  });

  it('end a long poll as soon as one arrives', async () => {
    const poll = plain.call('getUpdates', { timeout: 30 });
    await api.until(api.polling, 'a poll waits');
    const { update_id } = say('a');
    expect(idsOf(await poll)).toEqual([update_id]);
    expect(api.polling()).toBe(false);
  });

  it('are lost by nobody who hangs up', async () => {
    const hangUp = new AbortController();
    const poll = plain.post('getUpdates?timeout=30', { signal: hangUp.signal });
    await api.until(api.polling, 'a poll waits');
    hangUp.abort();
    await expect(poll).rejects.toThrow();
    await api.until(() => !api.polling(), 'the poll is over');
    say('a');
    expect(api.pending()).toBe(1);
  });

  it('go to one poll alone: the first ends with 409', async () => {
    const first = plain.refusal('getUpdates', { timeout: 30 });
    await api.until(api.polling, 'a poll waits');
    const second = plain.call('getUpdates', { timeout: 30 });
    expect(await first).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    const { update_id } = say('a');
    expect(idsOf(await second)).toEqual([update_id]);
  });

  it('have commands and mentions found', () => {
    const found = (text: string) =>
      say(text).message.entities?.map(({ type, offset, length }) => [type, offset, length]);
    expect(found('/start')).toEqual([['bot_command', 0, 6]]);
    expect(found('🎓 /ask@ganxun_bot 经费')).toEqual([['bot_command', 3, 15]]);
    expect(found('问 @ganxun_bot 和 @gif')).toEqual([
      ['mention', 2, 11],
      ['mention', 16, 4],
    ]);
    for (const plain of ['经费/start', 'a/b', '/经费', '</b>', '/start@ab', '@abc', 'a@bcde']) {
      expect(found(plain)).toBeUndefined();
    }
  });

  it('come from people who can write', () => {
    expect(() => api.say(GROUP, 'a')).toThrow('from');
    api.block(PERSON);
    expect(() => say('a')).toThrow('Nothing reaches the bot');
    api.unblock(PERSON);
    const update = api.say(GROUP, 'a', { from: PERSON, message_thread_id: 7 });
    expect(update.message).toMatchObject({
      from: { id: PERSON },
      chat: { id: GROUP, type: 'supergroup' },
      is_topic_message: true,
    });
  });
});

describe('a webhook', () => {
  let hook: { url: string; got: { secret: unknown; body: unknown; at: number }[]; server: Server };
  let answers: (() => Promise<{ status: number; body?: object }>)[];

  beforeEach(async () => {
    answers = [];
    hook = await startHook();
  });
  afterEach(() => hook.server.close());

  async function startHook(): Promise<typeof hook> {
    const got: typeof hook.got = [];
    const server = createServer(async (request, response) => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      got.push({ secret, body: JSON.parse(await bodyOf(request)), at: performance.now() });
      const { status, body = {} } = (await answers.shift()?.()) ?? { status: 200 };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got, server };
  }

  it('gets every update with its secret, what waited already first', async () => {
    const waited = say('before');
    expect(await plain.call('setWebhook', { url: hook.url, secret_token: 'Geheim_1-2' })).toEqual({
      ok: true,
      result: true,
      description: 'Webhook was set',
    });
    const later = say('after');
    await api.until(() => api.pending() === 0, 'all is delivered');
    expect(hook.got.map(({ secret, body }) => [secret, body])).toEqual([
      ['Geheim_1-2', waited],
      ['Geheim_1-2', later],
    ]);
  });

  it('gets an update again until it answers with 2xx, and the next of the chat only then', async () => {
    answers = [500, 404, 302].map((status) => async () => ({ status }));
    await client.setWebhook(hook.url);
    const [first, second] = [say('a'), say('b')];
    await api.until(() => hook.got.length >= 2, 'it was tried again');
    expect(await client.getWebhookInfo()).toMatchObject({
      url: hook.url,
      pending_update_count: 2,
      last_error_message: expect.stringContaining('Wrong response from the webhook: '),
      max_connections: 40,
    });
    await api.until(() => api.pending() === 0, 'all is delivered');
    expect(hook.got.map(({ body }) => body)).toEqual([first, first, first, first, second]);
  });

  it('gets updates of several chats at once, and a tap beside a message', async () => {
    say('hi');
    await send({});
    await plain.call('getUpdates', { offset: -1 });
    let open = 0;
    let most = 0;
    const slow = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 50));
      open -= 1;
      return { status: 200 };
    };
    answers = [slow, slow, slow, slow];
    say('a');
    api.tap(shown(), 'x');
    api.say(PERSON + 1, 'b');
    await client.setWebhook(hook.url);
    await api.until(() => api.pending() === 0, 'all is delivered');
    expect(most).toBe(3);
  });

  it('does not get what it asked to drop', async () => {
    say('a');
    await client.setWebhook(hook.url, { drop_pending_updates: true });
    const { update_id } = say('b');
    await api.until(() => api.pending() === 0, 'all is delivered');
    expect(hook.got.map(({ body }) => body)).toMatchObject([{ update_id }]);
  });

  it('may answer with a call', async () => {
    const body = { method: 'sendMessage', chat_id: PERSON, text: '好' };
    answers = [async () => ({ status: 200, body })];
    await client.setWebhook(hook.url);
    say('a');
    await api.until(() => api.messages(PERSON).length === 1, 'the call is carried out');
  });

  it('rules getUpdates out, and ends one that waits', async () => {
    const poll = plain.refusal('getUpdates', { timeout: 30 });
    await api.until(api.polling, 'a poll waits');
    await client.setWebhook(hook.url);
    expect(await poll).toBe('409 Conflict: terminated by setWebhook request');
    expect(await plain.refusal('getUpdates')).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    expect((await plain.call('deleteWebhook')).description).toBe('Webhook was deleted');
    expect((await plain.call('deleteWebhook')).description).toBe('Webhook is already deleted');
    expect((await plain.call('getUpdates')).ok).toBe(true);
  });

  const ADDRESS = 'https://example.com/';
  it.each([
    [
      'plain http',
      { url: 'http://example.com/' },
      'bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'an odd port',
      { url: 'https://example.com:8080/' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    ['another protocol', { url: 'ftp://example.com/' }, 'invalid webhook URL specified'],
    [
      'a secret of 257 letters',
      { url: ADDRESS, secret_token: 'a'.repeat(257) },
      'secret token is too long',
    ],
    [
      'a Chinese secret',
      { url: ADDRESS, secret_token: '密' },
      'secret token contains unallowed characters',
    ],
  ])('is refused with %s', async (_, payload, reason) => {
    expect(await plain.refusal('setWebhook', payload)).toBe(`400 Bad Request: ${reason}`);
    expect(await client.getWebhookInfo()).toMatchObject({ url: '' });
  });
});

describe('trouble', () => {
  beforeEach(() => say('hi'));
  const sending = () => client.sendMessage(PERSON, '好');

  it('limits what is sent, with the time to wait', async () => {
    api.limit({ perChatPerSecond: 1 });
    await sending();
    const reply = await send({});
    expect(reply).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    expect(await sending().catch((error: GrammyError) => error.parameters)).toEqual({
      retry_after: 1,
    });
    api.say(PERSON + 1, 'hi');
    expect((await send({ chat_id: PERSON + 1 })).ok).toBe(true);
    expect((await plain.call('getMe')).ok).toBe(true);
    time += 1000;
    expect((await send({})).ok).toBe(true);
    api.limit({ perSecond: 1 });
    expect((await send({ chat_id: PERSON + 1 })).ok).toBe(false);
    api.limit(null);
    expect((await send({ chat_id: PERSON + 1 })).ok).toBe(true);
  });

  it.each([
    ['reset-before', HttpError, 0],
    ['reset-after', HttpError, 1],
    ['html', HttpError, 0],
    ['truncate', HttpError, 1],
    [{ error_code: 500, description: 'Internal Server Error' }, GrammyError, 0],
  ] as const)('of the kind %j is met once', async (kind, expected, carriedOut) => {
    api.trouble('sendMessage', kind);
    await expect(sending()).rejects.toThrow(expected);
    await api.until(() => api.calls.length === 1, 'the call is noted');
    expect(api.messages(PERSON)).toHaveLength(carriedOut);
    await sending();
    expect(api.messages(PERSON)).toHaveLength(carriedOut + 1);
  });

  it('hangs until the double closes', async () => {
    api.trouble('sendMessage', 'hang', 2);
    const hanging = [sending(), sending()].map((sent) => expect(sent).rejects.toThrow(HttpError));
    await api.until(() => api.calls.length === 2, 'both calls came');
    await api.close();
    await Promise.all(hanging);
  });

  it('is told by what was waited for', async () => {
    await expect(api.until(() => false, 'a reply came', 30)).rejects.toThrow('a reply came');
  });
});

it('takes a file with a Chinese name from grammY', async () => {
  say('hi');
  const file = new InputFile(Buffer.from('内容'), '干训答复.txt');
  const sent = await client.sendDocument(PERSON, file, { caption: '说明' });
  expect(sent.document.file_name).toBe('干训答复.txt');
  expect(shown()).toMatchObject({ caption: '说明', document: { name: '干训答复.txt' } });
  expect(shown().document?.bytes.toString()).toBe('内容');
});

it('carries a whole grammY bot', async () => {
  const bot = new Bot(api.token, { client: { apiRoot: api.url } });
  bot.on('message:text', (context) =>
    context.reply(`答：${context.message.text}`, {
      reply_parameters: { message_id: context.msgId },
      reply_markup: { inline_keyboard: [[button('more')]] },
    }),
  );
  bot.on('callback_query:data', async (context) => {
    await context.answerCallbackQuery({ text: '好' });
    await context.editMessageText('改了');
  });
  const running = bot.start();
  const asked = say('经费？');
  await api.until(() => api.messages(PERSON).length === 1, 'a reply');
  expect(shown()).toMatchObject({
    text: '答：经费？',
    reply_to: asked.message.message_id,
  });
  api.tap(shown(), 'more');
  await api.until(() => shown().edits === 1, 'an edit');
  await api.until(() => api.pending() === 0, 'all is confirmed');
  api.redeliver(asked.update_id);
  await api.until(() => api.messages(PERSON).length === 2, 'a reply to what came twice');
  await bot.stop();
  await running;
  expect(api.calls.filter(({ ok }) => !ok)).toEqual([]);
  expect(api.me.username).toBe(bot.botInfo.username);
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
