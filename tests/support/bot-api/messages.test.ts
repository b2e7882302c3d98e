import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainClient, plainClient } from './plain-client.ts';
import { type BotApi, startBotApi } from './start-bot-api.ts';

const PERSON = 501;
const GROUP = -100_200;

let api: BotApi;
let plain: PlainClient;
let client: Api;

beforeEach(async () => {
  api = await startBotApi();
  plain = plainClient(api);
  client = new Api(api.token, { apiRoot: api.url });
  say('hi');
});
afterEach(() => api.close());

const say = (text: string) => api.say(PERSON, text);
const send = (fields: object = {}) =>
  plain.call('sendMessage', { chat_id: PERSON, text: '好', ...fields });
const refusedSend = (fields: object) =>
  plain.refusal('sendMessage', { chat_id: PERSON, text: '好', ...fields });
const shown = (chat = PERSON) => {
  const message = api.messages(chat).at(-1);
  if (message === undefined) throw new Error('Nothing was sent');
  return message;
};

describe('a message', () => {
  const bold = (offset: number, length: number) => ({ type: 'bold', offset, length });
  const link = (url: string) => ({ type: 'text_link', offset: 0, length: 1, url });
  const double = 'refused by the test double:';

  it.each([
    ['empty', { text: '' }, 'message text is empty'],
    ['blank', { text: ' \n\t' }, 'text must be non-empty'],
    ['of what nobody sees', { text: '\u200B\u3000' }, 'text must be non-empty'],
    ['of 4097 characters', { text: '字'.repeat(4097) }, 'message is too long'],
    ['of 4098 UTF-16 units', { text: '🎓'.repeat(2049) }, 'message is too long'],
    ['of over 32768 bytes', { text: '字'.repeat(11_000) }, 'text is too long'],
    ['with half a character', { text: 'a\uD83D' }, 'strings must be encoded in UTF-8'],
    ['with parse_mode', { parse_mode: 'HTML' }, `${double} parse_mode`],
    ['to no chat', { chat_id: '' }, 'chat_id is empty'],
    ['to a stranger', { chat_id: 999 }, 'chat not found'],
    ['in an unknown thread', { message_thread_id: 3 }, 'message thread not found'],
    [
      'as a reply to nothing',
      { reply_parameters: { message_id: 99 } },
      'message to be replied not found',
    ],
    [
      'as a reply without number',
      { reply_parameters: { quote: 'a' } },
      `can't find field "message_id"`,
    ],
  ])('is refused %s', async (_, fields, reason) => {
    expect(await refusedSend(fields)).toContain(`400 Bad Request: ${reason}`);
    expect(api.messages(PERSON)).toEqual([]);
  });

  it.each([
    ['before the text', '好', [bold(-1, 1)], 'receive an entity with incorrect offset -1'],
    [
      'after the text',
      '好',
      [bold(2, 1)],
      'entity begins after the end of the text at UTF-16 offset 2',
    ],
    [
      'over the end',
      'abcd',
      [bold(2, 3)],
      'entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 5',
    ],
    [
      'from within a character',
      '🎓a',
      [bold(1, 2)],
      'entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'until within a character',
      'a🎓',
      [bold(0, 2)],
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5',
    ],
    [
      'of an unknown type',
      '好',
      [{ ...bold(0, 1), type: 'loud' }],
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'without length',
      '好',
      [{ type: 'bold', offset: 0 }],
      `can't parse MessageEntity: Can't find field "length"`,
    ],
    [
      'with a link to nowhere',
      '好',
      [link('http://localhost/')],
      "entity URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
    [
      'of a stranger',
      '好',
      [{ ...bold(0, 1), type: 'text_mention', user: { id: 77 } }],
      `${double} a text_mention of 77, who never wrote to the bot`,
    ],
    ['of length 0', '好', [bold(0, 0)], `${double} an entity of length 0, which would be dropped`],
    ['over a hundred', '好', Array(101).fill(bold(0, 1)), `${double} more than 100 entities`],
    [
      'as a quote in a quote',
      'abcd',
      [
        { ...bold(0, 4), type: 'blockquote' },
        { ...bold(0, 2), type: 'expandable_blockquote' },
      ],
      `${double} expandable_blockquote at 0 and blockquote at 0 may not be one in the other`,
    ],
    [
      'in code',
      'abcd',
      [{ ...bold(0, 4), type: 'code' }, bold(0, 2)],
      `${double} bold at 0 and code at 0 may not be one in the other`,
    ],
    [
      'half in another',
      'abcd',
      [{ ...bold(0, 2), type: 'italic' }, bold(1, 2)],
      `${double} bold at 1 and italic at 0 overlap`,
    ],
  ])('is refused with an entity %s', async (_, text, entities, reason) => {
    expect(await refusedSend({ text, entities })).toBe(`400 Bad Request: ${reason}`);
  });

  it('is shown trimmed and cleaned, its entities moved with it', async () => {
    const quote = { type: 'expandable_blockquote', offset: 8, length: 6 };
    await send({ text: ' \n标\r题\t正\r文b \n  ', entities: [quote, bold(2, 4)] });
    expect(shown()).toMatchObject({
      text: '标题 正文b',
      entities: [bold(0, 3), { ...quote, offset: 4, length: 2 }],
    });
  });

  it('loses an entity that stands in the blanks at its end', async () => {
    await send({ text: '好  ', entities: [bold(0, 1), { ...bold(2, 1), type: 'italic' }] });
    expect(shown()).toMatchObject({ text: '好', entities: [bold(0, 1)] });
  });

  it('keeps a blank at its beginning that an entity holds', async () => {
    await send({ text: '  ab ', entities: [{ ...bold(1, 4), type: 'pre', language: 'js' }] });
    expect(shown()).toMatchObject({
      text: ' ab',
      entities: [{ type: 'pre', offset: 0, length: 3, language: 'js' }],
    });
  });

  it('may hold entities in others, and loses those the server finds itself', async () => {
    const entities = [
      { ...bold(0, 1), type: 'url' },
      { ...bold(0, 1), type: 'italic' },
      link('https://example.com/a'),
      { ...bold(0, 2), type: 'blockquote' },
    ];
    await send({ text: '经费', entities });
    expect(shown().entities?.map(({ type }) => type)).toEqual([
      'blockquote',
      'italic',
      'text_link',
    ]);
  });

  it('may be as long as 4096', async () => {
    expect((await send({ text: '字'.repeat(4096) })).ok).toBe(true);
    expect((await send({ text: '🎓'.repeat(2048) })).ok).toBe(true);
  });

  it('answers another', async () => {
    const asked = say('经费？').message.message_id;
    const reply = await send({ reply_parameters: { message_id: asked } });
    expect(reply.result).toMatchObject({ reply_to_message: { text: '经费？' } });
    expect(shown().reply_to).toBe(asked);
    const missing = { message_id: 99, allow_sending_without_reply: true };
    expect((await send({ reply_parameters: missing })).ok).toBe(true);
    expect(shown().reply_to).toBeUndefined();
  });

  it('stays in its thread, which a reply need not name', async () => {
    const asked = api.say(GROUP, 'a', { from: PERSON, message_thread_id: 7 }).message.message_id;
    await send({ chat_id: GROUP, reply_parameters: { message_id: asked } });
    expect(shown(GROUP).message_thread_id).toBe(7);
    const reply = await send({ chat_id: GROUP, message_thread_id: 7 });
    expect(reply.result).toMatchObject({ message_thread_id: 7, is_topic_message: true });
    expect(shown(GROUP).message_thread_id).toBe(7);
  });

  it('reaches nobody who is gone', async () => {
    api.block(PERSON);
    expect(await refusedSend({})).toBe('403 Forbidden: bot was blocked by the user');
    expect(await refusedSend({ text: ' ' })).toBe('400 Bad Request: text must be non-empty');
    api.deactivate(PERSON);
    expect(await refusedSend({})).toBe('403 Forbidden: user is deactivated');
    expect((await plain.call('getChat', { chat_id: PERSON })).ok).toBe(true);
    api.unblock(PERSON);
    expect((await send({})).ok).toBe(true);
    api.say(GROUP, 'a', { from: PERSON });
    api.restrictGroup(GROUP);
    const kicked = '403 Forbidden: bot was kicked from the supergroup chat';
    expect(await refusedSend({ chat_id: GROUP })).toBe(kicked);
    expect(await plain.refusal('getChat', { chat_id: GROUP })).toBe(kicked);
  });

  it('is counted with those of all private chats, but not of groups', () => {
    const number = (chat: number) => api.say(chat, 'a', { from: PERSON }).message.message_id;
    expect([PERSON, PERSON + 1, GROUP, PERSON].map(number)).toEqual([2, 3, 1, 4]);
  });

  it('has typing before it', async () => {
    expect(await client.sendChatAction(PERSON, 'typing')).toBe(true);
    const payload = { chat_id: PERSON, action: 'dancing' };
    expect(await plain.refusal('sendChatAction', payload)).toBe(
      '400 Bad Request: wrong parameter action in request',
    );
  });
});
