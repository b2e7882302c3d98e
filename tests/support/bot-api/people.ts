import type { Update, User } from 'grammy/types';
import { isCount, isObject, isPeer } from './call-arguments.ts';
import type { CallbackQueries } from './callback-queries.ts';
import { type Chats, chatJson, type KnownChat } from './chats.ts';
import { clean } from './formatted-text.ts';
import { findEntities } from './found-entities.ts';
import { type Messages, withoutUndefined } from './messages.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Downloads } from './uploads.ts';

const MAX_TEXT = 4096;

type Json = Record<string, unknown>;

export type MessageUpdate = Update & Required<Pick<Update, 'message'>>;
export type CallbackUpdate = Update & Required<Pick<Update, 'callback_query'>>;

/** More of what a person sends; fields of a Message are taken over as they are. */
export interface SayFields {
  /** Who speaks: needed in a group. */
  readonly from?: number | (Partial<User> & { id: number });
  /** The message this one answers, by its number in the chat. */
  readonly reply_to?: number;
  readonly message_thread_id?: number;
  readonly [field: string]: unknown;
}

/** Where a message is found again. */
export interface MessagePlace {
  readonly chat: number;
  readonly message_id: number;
}

export interface People {
  say(chat: number, text: string, fields?: SayFields): MessageUpdate;
  /** Sends a file, with whatever fields a Message has beside it. */
  sendFile(chat: number, name: string, bytes: Uint8Array, fields?: SayFields): MessageUpdate;
  tap(place: MessagePlace, data: string, fields?: { readonly from?: number }): CallbackUpdate;
  push(update: unknown): void;
}

export function createPeople(
  parts: {
    chats: Chats;
    messages: Messages;
    queue: UpdateQueue;
    queries: CallbackQueries;
    downloads: Downloads;
  },
  now: () => number,
): People {
  const { chats, messages, queue, queries, downloads } = parts;
  const speaker = (chat: number, from: SayFields['from']) => {
    if (from === undefined && chat < 0) throw new Error('In a group somebody has to speak: from');
    return typeof from === 'object' ? chats.person(from.id, from) : chats.person(from ?? chat);
  };
  const say = (chatId: number, text: string, fields: SayFields = {}) => {
    const { from, reply_to, ...more } = fields;
    const sender = speaker(chatId, from);
    const chat = reachable(chats.meet(chatId));
    const cleaned = clean({ text, entities: [] }).text;
    if (cleaned.length > MAX_TEXT) throw new Error('An app sends so long a text in pieces');
    const found = findEntities(cleaned);
    const message = withoutUndefined({
      message_id: messages.nextId(chatId),
      from: sender,
      chat: chatJson(chat),
      date: Math.floor(now() / 1000),
      text: cleaned === '' ? undefined : cleaned,
      entities: found.length === 0 ? undefined : found,
      reply_to_message: reply_to === undefined ? undefined : messages.json(chatId, reply_to),
      is_topic_message: more.message_thread_id === undefined ? undefined : true,
      ...more,
    });
    learn(message);
    const update = { update_id: queue.nextId(), message } as unknown as MessageUpdate;
    queue.add(update, `messages of ${chatId}`);
    return update;
  };
  const sendFile = (chat: number, name: string, bytes: Uint8Array, fields: SayFields = {}) =>
    say(chat, '', { document: downloads.take(name, bytes), ...fields });
  const tap = (place: MessagePlace, data: string, fields: { readonly from?: number } = {}) => {
    const from = speaker(place.chat, fields.from);
    const chat = reachable(chats.meet(place.chat));
    const gone = { message_id: place.message_id, chat: chatJson(chat), date: 0 };
    const callback_query = {
      id: queries.ask(),
      from,
      message: messages.json(place.chat, place.message_id) ?? gone,
      chat_instance: String(7_000_000_000_000 + Math.abs(place.chat)),
      data,
    };
    const update = { update_id: queue.nextId(), callback_query } as unknown as CallbackUpdate;
    queue.add(update, `taps of ${from.id}`);
    return update;
  };
  /** Who writes is met, and what is written can be answered, however it came. */
  const learn = (message: Json) => {
    const chatId = isObject(message.chat) ? message.chat.id : undefined;
    if (!isPeer(chatId)) return;
    const chat = chats.meet(chatId);
    if (isObject(message.from) && isPeer(message.from.id)) {
      chats.person(message.from.id, message.from as Partial<User>);
    }
    if (isCount(message.message_thread_id)) chat.threads.add(message.message_thread_id);
    if (isCount(message.message_id)) {
      messages.keepForeign(chatId, message.message_id, message);
    }
  };
  const push = (update: unknown) => {
    const message = isObject(update) ? update.message : undefined;
    if (isObject(message)) learn(message);
    queue.add(update, laneOf(update));
  };
  return { say, sendFile, tap, push };
}

function reachable(chat: KnownChat): KnownChat {
  const isLost = chat.blocked || chat.deactivated || chat.kicked;
  if (isLost) throw new Error(`Nothing reaches the bot from chat ${chat.id} any more`);
  return chat;
}

function laneOf(update: unknown): string | undefined {
  if (!isObject(update)) return undefined;
  const { message, callback_query: query } = update;
  if (isObject(message) && isObject(message.chat))
    return `messages of ${JSON.stringify(message.chat.id)}`;
  if (isObject(query) && isObject(query.from)) return `taps of ${JSON.stringify(query.from.id)}`;
  return undefined;
}
