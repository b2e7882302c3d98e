import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainClient, plainClient } from './plain-client.ts';
import { type BotApi, startBotApi } from './start-bot-api.ts';

const PERSON = 501;

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

describe('commands', () => {
  const COMMANDS = [{ command: 'start', description: '开始' }];

  it('are kept by scope and language', async () => {
    await client.setMyCommands(COMMANDS);
    await client.setMyCommands([{ command: 'help', description: '帮助' }], {
      scope: { type: 'all_private_chats' },
      language_code: 'zh',
    });
    expect(api.commands({ type: 'default' })).toEqual(COMMANDS);
    expect(api.commands({ type: 'all_private_chats' })).toEqual([]);
    expect(api.commands({ type: 'all_private_chats' }, 'zh')).toHaveLength(1);
    expect(await client.getMyCommands()).toEqual(COMMANDS);
    await client.deleteMyCommands();
    expect(api.commands({ type: 'default' })).toEqual([]);
  });

  const named = (command: string) => [{ command, description: '开始' }];
  const described = (description: string) => [{ command: 'start', description }];

  it.each([
    ['capital letters', named('Start'), 'BOT_COMMAND_INVALID'],
    ['a Chinese name', named('开始'), 'BOT_COMMAND_INVALID'],
    ['no name', named(''), 'command must be non-empty'],
    ['a name of 33 letters', named('a'.repeat(33)), 'command length must not exceed 32'],
    ['a blank description', described(' '), 'command description must be non-empty'],
    [
      'a description of 257 characters',
      described('长'.repeat(257)),
      'command description length must not exceed 256',
    ],
    [
      'no description',
      [{ command: 'a' }],
      `can't parse BotCommand: Can't find field "description"`,
    ],
    ['101 of them', Array(101).fill(COMMANDS[0]), 'BOT_COMMANDS_TOO_MUCH'],
  ])('are refused with %s', async (_, commands, reason) => {
    expect(await plain.refusal('setMyCommands', { commands })).toBe(`400 Bad Request: ${reason}`);
  });

  it.each([
    [{ type: 'chat', chat_id: 999 }, 'chat not found'],
    [{ type: 'nobody' }, "can't parse BotCommandScope: Unsupported type specified"],
    [{ type: 'chat' }, `can't parse BotCommandScope: Can't find field "chat_id"`],
  ])('are refused in the scope %j', async (scope, reason) => {
    const payload = { commands: COMMANDS, scope };
    expect(await plain.refusal('setMyCommands', payload)).toBe(`400 Bad Request: ${reason}`);
  });
});
