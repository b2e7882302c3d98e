import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { button, type PlainClient, PNG, plainClient } from './plain-client.ts';
import { type BotApi, startBotApi } from './start-bot-api.ts';

const PERSON = 501;
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

describe('an edit', () => {
  let id: number;
  beforeEach(async () => {
    await send({ reply_markup: { inline_keyboard: [[button('a')]] } });
    id = shown().message_id;
  });
  const edit = (fields: object) =>
    plain.call('editMessageText', { chat_id: PERSON, message_id: id, text: '新', ...fields });

  it('changes text and keyboard, and takes a keyboard away that it does not name', async () => {
    const reply = await edit({});
    expect(reply.result).toMatchObject({ text: '新', edit_date: START / 1000 });
    expect(shown()).toMatchObject({ text: '新', edits: 1 });
    expect(shown().reply_markup).toBeUndefined();
    const reply_markup = { inline_keyboard: [[button('b')]] };
    await plain.call('editMessageReplyMarkup', { chat_id: PERSON, message_id: id, reply_markup });
    expect(shown()).toMatchObject({ text: '新', reply_markup, edits: 2 });
  });

  it('changes something', async () => {
    const reply_markup = { inline_keyboard: [[button('a')]] };
    const same =
      'Bad Request: message is not modified: specified new message content and reply markup are ' +
      'exactly the same as a current content and reply markup of the message';
    expect((await edit({ text: ' 好 ', reply_markup })).description).toBe(same);
    const again = { chat_id: PERSON, message_id: id, reply_markup };
    expect((await plain.call('editMessageReplyMarkup', again)).description).toBe(same);
    const entities = [{ type: 'bold', offset: 0, length: 1 }];
    expect((await edit({ text: '好', reply_markup, entities })).ok).toBe(true);
  });

  it('is of a message that the bot wrote and that is there', async () => {
    const foreign = say('mine').message.message_id;
    const refused = async (fields: object) => (await edit(fields)).description;
    expect(await refused({ message_id: 99 })).toBe('Bad Request: message to edit not found');
    expect(await refused({ message_id: foreign })).toBe("Bad Request: message can't be edited");
    expect(await refused({ text: '' })).toBe('Bad Request: message text is empty');
    await client.sendPhoto(PERSON, new InputFile(PNG, 'a.png'));
    const photo = shown().message_id;
    expect(await refused({ message_id: photo })).toBe(
      'Bad Request: there is no text in the message to edit',
    );
    await send({ reply_markup: { force_reply: true } });
    expect(await refused({ message_id: shown().message_id })).toBe(
      "Bad Request: message can't be edited",
    );
  });

  it('may be a deletion, once and within two days', async () => {
    expect(await client.deleteMessage(PERSON, id)).toBe(true);
    expect(api.messages(PERSON)).toEqual([]);
    const payload = { chat_id: PERSON, message_id: id };
    expect(await plain.refusal('deleteMessage', payload)).toBe(
      '400 Bad Request: message to delete not found',
    );
    await send({});
    time += 2 * 86_400_000 + 1000;
    expect(await plain.refusal('deleteMessage', { ...payload, message_id: id + 1 })).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    );
    expect(api.tap({ chat: PERSON, message_id: id }, 'a').callback_query.message).toMatchObject({
      message_id: id,
      date: 0,
    });
  });
});
