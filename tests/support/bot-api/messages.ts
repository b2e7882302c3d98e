import type { InlineKeyboardMarkup, MessageEntity, User } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { type Chats, chatJson, type KnownChat } from './chats.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly width?: number;
  readonly height?: number;
}

/** What a message of the bot holds. */
export interface Content {
  readonly text?: string;
  readonly entities?: readonly MessageEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly MessageEntity[];
  readonly document?: StoredFile;
  readonly photo?: StoredFile;
  readonly link_preview_options?: Record<string, unknown>;
}

export interface OwnMessage {
  readonly chat: number;
  readonly message_id: number;
  readonly date: number;
  readonly message_thread_id: number | undefined;
  readonly reply_to: number | undefined;
  content: Content;
  inlineKeyboard: InlineKeyboardMarkup | undefined;
  /** A keyboard below the chat, or its removal: a message that has one cannot be edited. */
  readonly otherKeyboard: Record<string, unknown> | undefined;
  editDate: number | undefined;
  edits: number;
}

type Json = Record<string, unknown>;

export interface Messages {
  nextId(chat: number): number;
  keepOwn(message: OwnMessage): void;
  keepForeign(chat: number, id: number, json: Json): void;
  own(chat: number): readonly OwnMessage[];
  findOwn(chat: number, id: number): OwnMessage | undefined;
  exists(chat: number, id: number): boolean;
  delete(chat: number, id: number): void;
  dateOf(chat: number, id: number): number;
  threadOf(chat: number, id: number): number | undefined;
  /** As the server shows it, with the message it answers; undefined once it is deleted. */
  json(chat: number, id: number): Json | undefined;
}

type Kept = { own: OwnMessage } | { foreign: Json };

export function createMessages(chats: Chats, me: User): Messages {
  const kept = new Map<number, Map<number, Kept>>();
  const counters = new Map<number, number>();
  const box = (chat: number) => {
    const messages = kept.get(chat) ?? new Map<number, Kept>();
    kept.set(chat, messages);
    return messages;
  };
  // All private chats of a bot count together, each supergroup counts for itself.
  const nextId = (chat: number) => {
    const counter = Math.min(chat, 0);
    const id = (counters.get(counter) ?? 0) + 1;
    counters.set(counter, id);
    return id;
  };
  const keep = (chat: number, id: number, message: Kept) => {
    const counter = Math.min(chat, 0);
    counters.set(counter, Math.max(counters.get(counter) ?? 0, id));
    box(chat).set(id, message);
  };
  const own = (chat: number) =>
    [...box(chat).values()].flatMap((message) => ('own' in message ? [message.own] : []));
  const flat = (chat: number, id: number) => {
    const message = box(chat).get(id);
    if (message === undefined) return undefined;
    return 'own' in message ? ownJson(message.own, chats.meet(chat), me) : message.foreign;
  };
  const json = (chat: number, id: number) => {
    const message = flat(chat, id);
    const found = box(chat).get(id);
    if (found === undefined || 'foreign' in found || found.own.reply_to === undefined) {
      return message;
    }
    const answered = flat(chat, found.own.reply_to);
    return answered === undefined ? message : { ...message, reply_to_message: answered };
  };
  return {
    nextId,
    keepOwn: (message) => keep(message.chat, message.message_id, { own: message }),
    // Made-up updates may bear any number: none of them takes the place of a message of the bot.
    keepForeign: (chat, id, message) => {
      const there = box(chat).get(id);
      if (there === undefined || 'foreign' in there) keep(chat, id, { foreign: message });
    },
    own,
    findOwn: (chat, id) => own(chat).find(({ message_id }) => message_id === id),
    exists: (chat, id) => box(chat).has(id),
    delete: (chat, id) => box(chat).delete(id),
    dateOf: (chat, id) => Number(flat(chat, id)?.date ?? 0),
    threadOf: (chat, id) => {
      const { is_topic_message, message_thread_id } = flat(chat, id) ?? {};
      return is_topic_message === true ? Number(message_thread_id) : undefined;
    },
    json,
  };
}

/** @throws the refusal of the server, in which the message has a role such as `message to edit` */
export function requireMessage(messages: Messages, chat: number, id: number, role: string): void {
  if (id <= 0 || !messages.exists(chat, id)) throw badRequest(`${role} not found`);
}

function ownJson(message: OwnMessage, chat: KnownChat, me: User): Json {
  const { text, entities, caption, caption_entities, document, photo } = message.content;
  const inThread = message.message_thread_id !== undefined;
  return withoutUndefined({
    message_id: message.message_id,
    from: botJson(me),
    chat: chatJson(chat),
    date: message.date,
    edit_date: message.editDate,
    message_thread_id: message.message_thread_id,
    text,
    entities: entities?.length === 0 ? undefined : entities,
    link_preview_options: message.content.link_preview_options,
    document: document && documentJson(document),
    photo: photo && [photoJson(photo)],
    caption: caption === '' ? undefined : caption,
    caption_entities: caption_entities?.length === 0 ? undefined : caption_entities,
    reply_markup: message.inlineKeyboard,
    is_topic_message: inThread ? true : undefined,
  });
}

function botJson({ id, is_bot, first_name, username }: User): Json {
  return { id, is_bot, first_name, username };
}

function documentJson(file: StoredFile): Json {
  return { file_name: file.name, mime_type: file.type, ...fileJson(file) };
}

function photoJson(file: StoredFile): Json {
  return { ...fileJson(file), width: file.width, height: file.height };
}

function fileJson({ id, bytes }: StoredFile): Json {
  return { file_id: id, file_unique_id: `unique-${id}`, file_size: bytes.length };
}

export function withoutUndefined(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
