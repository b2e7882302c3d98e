import type { MessageEntity } from 'grammy/types';
import { badRequest, ownRule } from './api-error.ts';
import {
  type CallArguments,
  isObject,
  reasonOf,
  requiredInteger,
  requiredText,
  textArgument,
} from './call-arguments.ts';
import { linkFault } from './link.ts';

const MAX_ENTITIES = 100;
const PLAIN_TYPES = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'blockquote',
  'expandable_blockquote',
];
/** The server finds these on its own and passes over them in what a bot says. */
const FOUND_TYPES = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
];

/** Reads the entities a call brings; whether they fit the text is looked at later. */
export function readEntities(
  call: CallArguments,
  name: string,
  isMet: (person: number) => boolean,
): readonly MessageEntity[] {
  const text = textArgument(call, name);
  if (text === '') return [];
  const list = parsed(text);
  if (!Array.isArray(list)) throw ownRule(`${name} is not an Array`);
  if (list.length > MAX_ENTITIES) throw ownRule(`more than ${MAX_ENTITIES} entities`);
  return list.map((one) => readEntity(one, isMet)).filter((entity) => entity !== undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readEntity(value: unknown, isMet: (person: number) => boolean): MessageEntity | undefined {
  try {
    if (!isObject(value)) throw new Error('expected an Object');
    const offset = requiredInteger(value, 'offset');
    const length = requiredInteger(value, 'length');
    const type = requiredText(value, 'type');
    if (type === '') throw new Error('Type is not specified');
    if (FOUND_TYPES.includes(type)) return undefined;
    return { type, offset, length, ...detailsOf(type, value, isMet) } as MessageEntity;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Bad Request')) throw error;
    throw badRequest(`can't parse MessageEntity: ${reasonOf(error)}`);
  }
}

/** What an entity of this type has besides its place. */
function detailsOf(
  type: string,
  value: Record<string, unknown>,
  isMet: (person: number) => boolean,
): object {
  if (PLAIN_TYPES.includes(type)) return {};
  switch (type) {
    case 'pre':
      return value.language === undefined ? {} : { language: requiredText(value, 'language') };
    case 'text_link':
      return { url: checkedUrl(requiredText(value, 'url')) };
    case 'text_mention':
      return { user: checkedUser(value.user, isMet) };
    case 'custom_emoji':
      return { custom_emoji_id: requiredText(value, 'custom_emoji_id') };
    case 'date_time':
      return { unix_time: requiredInteger(value, 'unix_time'), ...dateTimeFormat(value) };
    default:
      throw new Error('Unsupported type specified');
  }
}

function checkedUrl(url: string): string {
  if (url === '') throw ownRule('a text_link without url, which would be dropped');
  const fault = linkFault(url);
  if (fault !== undefined) throw badRequest(`entity ${fault}`);
  return url;
}

function checkedUser(user: unknown, isMet: (person: number) => boolean): unknown {
  if (user === undefined) throw new Error('Can\'t find field "user"');
  if (!isObject(user)) throw new Error('Field "user" must be of type Object');
  const id = requiredInteger(user, 'id');
  if (!isMet(id)) throw ownRule(`a text_mention of ${id}, who never wrote to the bot`);
  return user;
}

function dateTimeFormat(value: Record<string, unknown>): object {
  if (value.date_time_format === undefined) return {};
  const format = requiredText(value, 'date_time_format');
  if (!/^(?:[rR]|[tTdDwW]*)$/u.test(format)) throw new Error('Invalid date-time format specified');
  return { date_time_format: format };
}
