import type { User } from 'grammy/types';
import { BotApiError, badRequest } from './api-error.ts';
import { integerOf } from './call-arguments.ts';

export interface KnownChat {
  readonly id: number;
  readonly type: 'private' | 'supergroup';
  readonly person: User | undefined;
  readonly threads: Set<number>;
  blocked: boolean;
  deactivated: boolean;
  kicked: boolean;
}

/** What a call wants of a chat: to look at it, to change a message, or to send something. */
export type Access = 'read' | 'edit' | 'send';

export interface Chats {
  /** A person, new or met before; `named` tells more of a new one. */
  person(id: number, named?: Partial<User>): User;
  isMet(person: number): boolean;
  /** The chat, which exists from now on. */
  meet(id: number): KnownChat;
  get(id: number): KnownChat | undefined;
  /** @throws the refusal of the server */
  check(chatId: string, access: Access): KnownChat;
}

export function createChats(): Chats {
  const people = new Map<number, User>();
  const chats = new Map<number, KnownChat>();
  const person = (id: number, named: Partial<User> = {}) => {
    const met = people.get(id) ?? {
      is_bot: false,
      first_name: `Person ${id}`,
      language_code: 'zh',
    };
    const user: User = { ...met, ...named, id };
    people.set(id, user);
    return user;
  };
  const meet = (id: number) => {
    const known = chats.get(id) ?? newChat(id, id > 0 ? person(id) : undefined);
    chats.set(id, known);
    return known;
  };
  const check = (chatId: string, access: Access) => {
    if (chatId === '') throw badRequest('chat_id is empty');
    const chat = chatId.startsWith('@') ? undefined : chats.get(integerOf(chatId));
    if (chat === undefined) throw badRequest('chat not found');
    refuseLost(chat, access);
    return chat;
  };
  return { person, isMet: (id) => people.has(id), meet, get: (id) => chats.get(id), check };
}

function newChat(id: number, person: User | undefined): KnownChat {
  const type = id > 0 ? 'private' : 'supergroup';
  const here = { blocked: false, deactivated: false, kicked: false };
  return { id, type, person, threads: new Set(), ...here };
}

function refuseLost(chat: KnownChat, access: Access): void {
  if (chat.kicked) {
    throw new BotApiError(403, 'Forbidden: bot was kicked from the supergroup chat');
  }
  if (chat.deactivated && access !== 'read') {
    throw new BotApiError(403, 'Forbidden: user is deactivated');
  }
}

/** Told last, since only Telegram itself knows it: everything else is looked at before. */
export function refuseBlocked(chat: KnownChat): void {
  if (chat.blocked) throw new BotApiError(403, 'Forbidden: bot was blocked by the user');
}

export function chatJson(chat: KnownChat): Record<string, unknown> {
  if (chat.person === undefined) {
    return { id: chat.id, title: `Group ${chat.id}`, type: chat.type };
  }
  const { first_name, last_name, username } = chat.person;
  return {
    id: chat.id,
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
    type: chat.type,
  };
}

export function fullChatJson(chat: KnownChat): Record<string, unknown> {
  return { ...chatJson(chat), max_reaction_count: 11, accent_color_id: 0 };
}
