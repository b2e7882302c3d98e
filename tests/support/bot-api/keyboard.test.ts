import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { button, type PlainClient, plainClient } from './plain-client.ts';
import { type BotApi, startBotApi } from './start-bot-api.ts';

const PERSON = 501;
const START = Date.parse('2027-06-01T04:00:00Z');

let time = START;
let api: BotApi;
let plain: PlainClient;

beforeEach(async () => {
  time = START;
  api = await startBotApi({ now: () => time });
  plain = plainClient(api);
  say('hi');
});
afterEach(() => api.close());

const say = (text: string) => api.say(PERSON, text);
const send = (fields: object = {}) =>
  plain.call('sendMessage', { chat_id: PERSON, text: '好', ...fields });
const shown = () => {
  const message = api.messages(PERSON).at(-1);
  if (message === undefined) throw new Error('Nothing was sent');
  return message;
};

describe('a keyboard', () => {
  const rows = (count: number, width: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => button('x')));

  const link = (url: string) => ({ text: '看', url });
  const copy = (text: string) => ({ text: '看', copy_text: { text } });
  const textButton =
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
  const double = 'refused by the test double:';

  it.each([
    ['64 bytes of data', [[button(`${'字'.repeat(21)}a`)]]],
    ['a link', [[link('https://example.com/a')]]],
    ['256 characters to copy', [[copy('b'.repeat(256))]]],
    ['100 buttons', rows(20, 5)],
    ['8 buttons in a row', rows(1, 8)],
  ])('may have %s', async (_, inline_keyboard) => {
    await send({ reply_markup: { inline_keyboard } });
    expect(shown().reply_markup).toEqual({ inline_keyboard });
  });

  it.each([
    ['65 bytes of data', [[button(`${'字'.repeat(21)}ab`)]], 'BUTTON_DATA_INVALID'],
    ['no data', [[button('')]], textButton],
    ['no action', [[{ text: 'a' }]], textButton],
    [
      'no text',
      [[{ callback_data: 'a' }]],
      `can't parse inline keyboard button: Can't find field "text"`,
    ],
    [
      'a blank text',
      [[{ ...button('a'), text: ' ' }]],
      `${double} a button without text, which would be dropped`,
    ],
    [
      'two actions',
      [[{ ...button('a'), ...link('https://a.cn') }]],
      `${double} a button with several actions: url, callback_data`,
    ],
    [
      'a link to nowhere',
      [[link('nowhere')]],
      "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
    ['too much to copy', [[copy('b'.repeat(257))]], 'BUTTON_COPY_TEXT_INVALID'],
    ['nothing to copy', [[copy('')]], 'BUTTON_COPY_TEXT_INVALID'],
    [
      'no rows',
      [button('a')],
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    ['9 buttons in a row', rows(1, 9), `${double} over 8 buttons in a row`],
    ['101 buttons', [...rows(20, 5), ...rows(1, 1)], 'reply markup is too long'],
  ])('may not have %s', async (_, inline_keyboard, reason) => {
    const reply = await send({ reply_markup: { inline_keyboard } });
    expect(reply.description).toBe(`Bad Request: ${reason}`);
  });

  it('is tapped, which is answered in time and once', async () => {
    await send({ reply_markup: { inline_keyboard: [[button('ja')]] } });
    const tap = () => api.tap(shown(), 'ja').callback_query;
    const { id, data, from, message } = tap();
    expect({ data, from: from.id, text: message?.text }).toEqual({
      data: 'ja',
      from: PERSON,
      text: '好',
    });
    const answer = (payload: object) => plain.call('answerCallbackQuery', payload);
    const over = { callback_query_id: id, text: '字'.repeat(201) };
    expect((await answer(over)).description).toBe('Bad Request: MESSAGE_TOO_LONG');
    expect((await answer({ callback_query_id: id, text: '好', show_alert: true })).ok).toBe(true);
    const tooOld =
      'Bad Request: query is too old and response timeout expired or query ID is invalid';
    expect((await answer({ callback_query_id: id })).description).toBe(tooOld);
    expect((await answer({ callback_query_id: '1' })).description).toBe(tooOld);
    const late = tap().id;
    const inTime = tap().id;
    time += 15_000;
    expect((await answer({ callback_query_id: inTime })).ok).toBe(true);
    time += 1;
    expect((await answer({ callback_query_id: late })).description).toBe(tooOld);
    expect(api.answers()).toEqual([{ id, text: '好', show_alert: true }, { id: inTime }]);
  });
});
