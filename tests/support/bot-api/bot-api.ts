import type { InlineKeyboardMarkup, MessageEntity, UserFromGetMe } from 'grammy/types';
import type { BotCommand } from './bot-commands.ts';
import type { Call } from './call-log.ts';
import type { CallbackAnswer } from './callback-queries.ts';
import type { ShownDraft } from './drafts.ts';
import type { OwnMessage } from './messages.ts';
import type { People } from './people.ts';
import type { RateLimits } from './rate-limit.ts';
import type { TroubleKind } from './trouble.ts';

/** A message of the bot as it looks at the moment it is asked for. */
export interface SentMessage {
  readonly chat: number;
  readonly message_id: number;
  /** In seconds, as everywhere in messages. */
  readonly date: number;
  readonly message_thread_id?: number;
  readonly reply_to?: number;
  readonly text?: string;
  readonly entities?: readonly MessageEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly MessageEntity[];
  readonly document?: { readonly name: string; readonly type: string; readonly bytes: Buffer };
  readonly photo?: { readonly bytes: Buffer; readonly width: number; readonly height: number };
  readonly link_preview_options?: Record<string, unknown>;
  readonly reply_markup?: InlineKeyboardMarkup;
  /** A keyboard below the chat, its removal, or a forced reply. */
  readonly other_keyboard?: Record<string, unknown>;
  readonly edits: number;
}

export interface BotApiOptions {
  readonly token?: string;
  /** In milliseconds; long polls and retries of webhooks run on the real clock all the same. */
  readonly now?: () => number;
  readonly username?: string;
}

export interface BotApi extends People {
  /** Without a slash at the end: methods are at /bot<token>/<method>. */
  readonly url: string;
  readonly token: string;
  readonly me: UserFromGetMe;

  /** The same update once more, although it was confirmed. */
  redeliver(updateId: number): void;
  /** How many updates are not confirmed yet. */
  pending(): number;
  /** Whether a long poll waits right now. */
  polling(): boolean;

  messages(chat: number): readonly SentMessage[];
  /** Whether a message stands in the chat, whoever wrote it. */
  isThere(chat: number, message: number): boolean;
  /** Every draft that was shown there, in order, whether or not it still is. */
  drafts(chat: number): readonly ShownDraft[];
  /** The draft that the person sees there now. */
  draft(chat: number): ShownDraft | undefined;
  /** The calls of answerCallbackQuery that were accepted. */
  answers(): readonly CallbackAnswer[];
  commands(scope: object, languageCode?: string): readonly BotCommand[];
  readonly calls: readonly Call[];
  /**
   * Waits for a condition, looked at after every call and update.
   *
   * @throws naming `what` when it does not come true in time
   */
  until(condition: () => boolean, what: string, timeoutMs?: number): Promise<void>;

  block(user: number): void;
  deactivate(user: number): void;
  /** Undoes any loss of a chat. */
  unblock(chat: number): void;
  /** The bot is thrown out of a group. */
  restrictGroup(chat: number): void;
  /** The next calls of a method end in this way; troubles of one method come in order. */
  trouble(method: string, kind: TroubleKind, times?: number): void;
  limit(limits: RateLimits | null): void;
  /** Ends hanging connections too. */
  close(): Promise<void>;
}

export function visible(message: OwnMessage): SentMessage {
  const { content, message_thread_id, reply_to, inlineKeyboard, otherKeyboard } = message;
  const { document, photo, ...words } = content;
  return {
    chat: message.chat,
    message_id: message.message_id,
    date: message.date,
    ...(message_thread_id === undefined ? {} : { message_thread_id }),
    ...(reply_to === undefined ? {} : { reply_to }),
    ...structuredClone(words),
    ...(document === undefined
      ? {}
      : { document: { name: document.name, type: document.type, bytes: document.bytes } }),
    ...(photo === undefined
      ? {}
      : { photo: { bytes: photo.bytes, width: photo.width ?? 0, height: photo.height ?? 0 } }),
    ...(inlineKeyboard === undefined ? {} : { reply_markup: structuredClone(inlineKeyboard) }),
    ...(otherKeyboard === undefined ? {} : { other_keyboard: structuredClone(otherKeyboard) }),
    edits: message.edits,
  };
}
