import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainClient, plainClient } from './plain-client.ts';
import { type BotApi, startBotApi } from './start-bot-api.ts';

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
  api.say(PERSON, 'hi');
});
afterEach(() => api.close());

const draft = { chat_id: PERSON, draft_id: 1, text: '好' };
const refusedDraft = (fields: object) => plain.refusal('sendMessageDraft', { ...draft, ...fields });

describe('a draft', () => {
  const double = 'refused by the test double:';

  it.each([
    ['in a group', { chat_id: GROUP }, 'TEXTDRAFT_PEER_INVALID'],
    ['to a stranger', { chat_id: 999 }, 'chat not found'],
    ['in an unknown thread', { message_thread_id: 3 }, 'message thread not found'],
    ['without a number', { draft_id: 0 }, `${double} a draft_id of 0`],
    ['of blanks', { text: ' \n' }, `${double} a draft of blanks`],
    ['of 4097 characters', { text: '字'.repeat(4097) }, 'message is too long'],
    ['with parse_mode', { parse_mode: 'HTML' }, `${double} parse_mode`],
    [
      'with an entity beyond its text',
      { entities: [{ type: 'bold', offset: 2, length: 1 }] },
      'entity begins after the end of the text',
    ],
  ])('is refused %s', async (_, fields, reason) => {
    api.say(GROUP, 'hi', { from: PERSON });
    expect(await refusedDraft(fields)).toContain(`400 Bad Request: ${reason}`);
    expect([...api.drafts(PERSON), ...api.drafts(GROUP)]).toEqual([]);
  });

  it('reaches nobody who blocked the bot', async () => {
    api.block(PERSON);
    expect(await refusedDraft({})).toBe('403 Forbidden: bot was blocked by the user');
  });

  it('is shown with its entities and in its thread, and may be empty or full', async () => {
    api.say(PERSON, 'a', { message_thread_id: 7 });
    const entities = [{ type: 'blockquote', offset: 0, length: 1 }] as const;
    const other = { entities: [...entities], message_thread_id: 7 };
    expect(await client.sendMessageDraft(PERSON, 3, '好的', other)).toBe(true);
    expect((await plain.call('sendMessageDraft', { ...draft, text: undefined })).ok).toBe(true);
    expect((await plain.call('sendMessageDraft', { ...draft, text: '' })).ok).toBe(true);
    const longest = '字'.repeat(4096);
    expect((await plain.call('sendMessageDraft', { ...draft, text: longest })).ok).toBe(true);
    const at = START;
    expect(api.drafts(PERSON)).toEqual([
      { draft_id: 3, text: '好的', entities, message_thread_id: 7, at },
      { draft_id: 1, text: '', entities: [], at },
      { draft_id: 1, text: '', entities: [], at },
      { draft_id: 1, text: longest, entities: [], at },
    ]);
    expect(api.messages(PERSON)).toEqual([]);
  });

  it('takes the place of the one before, until the bot says something', async () => {
    await client.sendMessageDraft(PERSON, 1, '甲');
    await client.sendMessageDraft(PERSON, 1, '甲乙');
    expect(api.draft(PERSON)?.text).toBe('甲乙');
    await client.sendMessage(PERSON, '甲乙丙');
    expect(api.draft(PERSON)).toBeUndefined();
    await client.sendMessageDraft(PERSON, 2, '丁');
    expect(api.draft(PERSON)?.text).toBe('丁');
  });

  it('is gone after thirty seconds', async () => {
    await client.sendMessageDraft(PERSON, 1, '甲');
    time = START + 29_000;
    expect(api.draft(PERSON)?.text).toBe('甲');
    time = START + 30_000;
    expect(api.draft(PERSON)).toBeUndefined();
  });

  it('counts for the limits', async () => {
    api.limit({ perChatPerSecond: 1 });
    await client.sendMessageDraft(PERSON, 1, '甲');
    expect(await refusedDraft({})).toBe('429 Too Many Requests: retry after 1');
  });
});
