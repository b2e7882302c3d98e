import { badRequest } from './api-error.ts';
import {
  type CallArguments,
  isObject,
  jsonArgument,
  reasonOf,
  requiredInteger,
  requiredText,
  textArgument,
} from './call-arguments.ts';
import type { Chats } from './chats.ts';

const MAX_COMMANDS = 100;
const MAX_NAME = 32;
const MAX_DESCRIPTION = 256;
const WIDE_SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const CHAT_SCOPES = ['chat', 'chat_administrators', 'chat_member'];

export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

export interface BotCommands {
  set(call: CallArguments): true;
  get(call: CallArguments): readonly BotCommand[];
  delete(call: CallArguments): true;
  of(scope: object, languageCode: string): readonly BotCommand[];
}

export function createBotCommands(chats: Chats): BotCommands {
  const lists = new Map<string, readonly BotCommand[]>();
  const keyOf = (call: CallArguments) => {
    const language = textArgument(call, 'language_code');
    if (!/^(?:[a-z]{2})?$/u.test(language)) throw badRequest('invalid language code specified');
    const scope = readScope(call);
    if (scope.chat_id !== undefined) chats.check(scope.chat_id, 'read');
    return listKey(scope, language);
  };
  const set = (call: CallArguments): true => {
    const commands = readCommands(call);
    lists.set(keyOf(call), commands);
    return true;
  };
  const remove = (call: CallArguments): true => {
    lists.delete(keyOf(call));
    return true;
  };
  return {
    set,
    get: (call) => lists.get(keyOf(call)) ?? [],
    delete: remove,
    of: (scope, language) => lists.get(listKey(scopeOf(scope), language)) ?? [],
  };
}

interface Scope {
  readonly type: string;
  readonly chat_id?: string;
  readonly user_id?: number;
}

function listKey({ type, chat_id, user_id }: Scope, language: string): string {
  return JSON.stringify([type, chat_id, user_id, language]);
}

function readScope(call: CallArguments): Scope {
  if (textArgument(call, 'scope') === '') return { type: 'default' };
  const value = jsonArgument(call, 'scope', "can't parse BotCommandScope JSON object");
  try {
    return scopeOf(value);
  } catch (error) {
    throw badRequest(`can't parse BotCommandScope: ${reasonOf(error)}`);
  }
}

function scopeOf(value: unknown): Scope {
  if (!isObject(value)) throw new Error('BotCommandScope must be an Object');
  const type = requiredText(value, 'type');
  if (WIDE_SCOPES.includes(type)) return { type };
  if (!CHAT_SCOPES.includes(type)) throw new Error('Unsupported type specified');
  const chat_id = requiredText(value, 'chat_id');
  if (chat_id === '') throw new Error('Empty chat_id specified');
  if (type !== 'chat_member') return { type, chat_id };
  const user_id = requiredInteger(value, 'user_id');
  if (user_id <= 0) throw new Error('Invalid user_id specified');
  return { type, chat_id, user_id };
}

function readCommands(call: CallArguments): readonly BotCommand[] {
  if (textArgument(call, 'commands') === '') return [];
  const list = jsonArgument(call, 'commands', "can't parse commands JSON object");
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand');
  const commands = list.map(readCommand).map(checkCommand);
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return commands;
}

function readCommand(value: unknown): BotCommand {
  try {
    if (!isObject(value)) throw new Error('expected an Object');
    const command = requiredText(value, 'command');
    return { command, description: requiredText(value, 'description') };
  } catch (error) {
    throw badRequest(`can't parse BotCommand: ${reasonOf(error)}`);
  }
}

function checkCommand(given: BotCommand): BotCommand {
  const command = given.command.trim().replace(/^\//u, '');
  const description = given.description.trim();
  if (command === '') throw badRequest('command must be non-empty');
  if ([...command].length > MAX_NAME) {
    throw badRequest(`command length must not exceed ${MAX_NAME}`);
  }
  if (description === '') throw badRequest('command description must be non-empty');
  if ([...description].length > MAX_DESCRIPTION) {
    throw badRequest(`command description length must not exceed ${MAX_DESCRIPTION}`);
  }
  if (!/^[a-z0-9_]+$/u.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  return { command, description };
}
