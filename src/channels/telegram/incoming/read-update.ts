import { z } from 'zod';

/** Where something was said. */
export interface Origin {
  readonly chat: number;
  /** The chat's public name without its `@`. */
  readonly chatName: string | null;
  readonly isGroup: boolean;
  /** Topic of a forum. */
  readonly thread: number | null;
  readonly person: number;
  /** The message that was said or tapped. */
  readonly message: number;
}

/** What an update means to the assistant. */
export type Heard =
  /** Nothing that is for it: channel posts, service messages, talk in groups, what is malformed. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly origin: Origin; readonly text: string }
  /** A file that was sent to it alone, with or without words beside it. */
  | {
      readonly kind: 'file';
      readonly origin: Origin;
      readonly file: SentDocument;
      /** Empty where there are no words beside it. */
      readonly caption: string;
    }
  /** Said to it alone, but not in words that it reads. */
  | {
      readonly kind: 'unreadable';
      readonly origin: Origin;
      readonly why: 'no-text' | 'edited' | 'for-another-bot';
    }
  | {
      readonly kind: 'tap';
      readonly origin: Origin;
      readonly query: string;
      readonly data: string;
      /** The buttons belong to a reply to somebody else. */
      readonly isOthers: boolean;
    }
  /** A tap that leads nowhere; it must be answered all the same. */
  | { readonly kind: 'stray-tap'; readonly query: string };

/** A file as Telegram tells of it; its bytes are still to be fetched. */
export interface SentDocument {
  readonly id: string;
  readonly name: string;
  /** Bytes; null where it is not told. */
  readonly size: number | null;
}

/** The bot itself, by what Telegram calls it. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

const NOTHING: Heard = { kind: 'nothing' };

const id = z.number().int();
const sender = z.object({ id, is_bot: z.boolean().optional() });
const chat = z.object({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  username: z.string().optional(),
});
const entity = z.object({ type: z.string(), offset: id, length: id, user: sender.optional() });
const message = z.looseObject({
  message_id: id,
  chat,
  from: sender.optional(),
  sender_chat: z.object({ id }).optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: z
    .object({ from: sender.optional(), sender_chat: z.object({ id }).optional() })
    .optional(),
  document: z
    .object({
      file_id: z.string(),
      file_name: z.string().optional(),
      file_size: z.number().optional(),
    })
    .optional()
    .catch(undefined),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
});
const query = z.object({ id: z.string(), from: sender });
const tap = query.extend({ message, data: z.string() });

type Message = z.infer<typeof message>;

/** Of a file, in UTF-16 units; file systems take no longer ones. */
const LONGEST_NAME = 200;

/** What people send instead of words; other messages without text are Telegram's own. */
const MEDIA = (
  'animation audio checklist contact dice document game location paid_media photo poll sticker ' +
  'story venue video video_note voice'
).split(' ');

/** Anonymous administrators of a group speak as this account, and as the group beside it. */
const GROUP_ANONYMOUS_BOT = 1_087_968_824;

/**
 * Reads an update of the Bot API.
 *
 * @param update whatever came
 * @param commands names of commands that are answered in a group without the bot's name
 */
export function readUpdate(update: unknown, me: Me, commands: readonly string[]): Heard {
  const fields = z.record(z.string(), z.unknown()).safeParse(update).data ?? {};
  if ('callback_query' in fields) return readTap(fields.callback_query, me);
  if ('message' in fields) return readMessage(fields.message, me, commands);
  if ('edited_message' in fields) return readEdited(fields.edited_message);
  return NOTHING;
}

function readTap(raw: unknown, me: Me): Heard {
  const known = query.safeParse(raw).data;
  if (known === undefined) return NOTHING;
  const tapped = tap.safeParse(raw).data;
  const origin = tapped === undefined ? null : originOf(tapped.message, tapped.from.id);
  if (tapped === undefined || origin === null) return { kind: 'stray-tap', query: known.id };
  const asked = tapped.message.reply_to_message;
  const asker = asked?.sender_chat?.id ?? asked?.from?.id ?? tapped.from.id;
  // A passage answers the bot's own reply, which does not tell who asked.
  const isOthers = origin.isGroup && asker !== tapped.from.id && asker !== me.id;
  return { kind: 'tap', origin, query: tapped.id, data: tapped.data, isOthers };
}

function readMessage(raw: unknown, me: Me, commands: readonly string[]): Heard {
  const said = message.safeParse(raw).data;
  const origin = said === undefined ? null : speakerOf(said);
  if (said === undefined || origin === null) return NOTHING;
  const { document } = said;
  // An animation is told of as a file too, for those that know no animations.
  if (document !== undefined && !origin.isGroup && !('animation' in said)) {
    const { file_id: id, file_name: name = '', file_size: size = null } = document;
    const file = { id, name: name.slice(0, LONGEST_NAME) || '文件', size };
    return { kind: 'file', origin, file, caption: said.caption ?? '' };
  }
  const text = said.text ?? said.caption;
  if (text === undefined) {
    if (origin.isGroup || !MEDIA.some((kind) => kind in said)) return NOTHING;
    return { kind: 'unreadable', origin, why: 'no-text' };
  }
  const [, command, addressee] = /^\/([a-z0-9_]+)(?:@(\w+))?/iu.exec(text) ?? [];
  const isForAnother =
    addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase();
  if (isForAnother) {
    return origin.isGroup ? NOTHING : { kind: 'unreadable', origin, why: 'for-another-bot' };
  }
  if (!origin.isGroup) return { kind: 'text', origin, text };
  const mentions = mentionsOf(text, said.entities ?? said.caption_entities ?? [], me);
  const isAddressed =
    mentions.length > 0 ||
    addressee !== undefined ||
    (command !== undefined && commands.includes(command.toLowerCase())) ||
    said.reply_to_message?.from?.id === me.id;
  return isAddressed ? { kind: 'text', origin, text: without(text, mentions) } : NOTHING;
}

function readEdited(raw: unknown): Heard {
  const said = message.safeParse(raw).data;
  const origin = said === undefined ? null : speakerOf(said);
  if (origin === null || origin.isGroup || said?.text === undefined) return NOTHING;
  return { kind: 'unreadable', origin, why: 'edited' };
}

/** Null where no person speaks. */
function speakerOf(said: Message): Origin | null {
  if (said.is_automatic_forward === true) return null;
  if (said.from?.is_bot === true && said.from.id !== GROUP_ANONYMOUS_BOT) return null;
  const person = said.sender_chat?.id ?? said.from?.id;
  return person === undefined ? null : originOf(said, person);
}

/** Null for channels, where nobody is spoken with. */
function originOf(said: Message, person: number): Origin | null {
  const { chat, message_id, message_thread_id, is_topic_message } = said;
  if (chat.type === 'channel') return null;
  return {
    chat: chat.id,
    chatName: chat.username ?? null,
    isGroup: chat.type !== 'private',
    // Replies have a thread of their own too, in which nothing can be sent.
    thread: is_topic_message === true ? (message_thread_id ?? null) : null,
    person,
    message: message_id,
  };
}

type Entity = z.infer<typeof entity>;

/** Where a text calls the bot by its name, or by a link to it. */
function mentionsOf(text: string, entities: readonly Entity[], me: Me): Entity[] {
  const name = `@${me.username.toLowerCase()}`;
  return entities.filter(
    ({ type, offset, length, user }) =>
      (type === 'mention' && text.slice(offset, offset + length).toLowerCase() === name) ||
      (type === 'text_mention' && user?.id === me.id),
  );
}

function without(text: string, mentions: readonly Entity[]): string {
  return mentions
    .toSorted((one, other) => other.offset - one.offset)
    .reduce((left, { offset, length }) => left.slice(0, offset) + left.slice(offset + length), text)
    .trim();
}
