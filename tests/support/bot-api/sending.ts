import { badRequest, ownRule } from './api-error.ts';
import {
  booleanArgument,
  type CallArguments,
  integerArgument,
  isObject,
  jsonArgument,
  reasonOf,
  requiredInteger,
  textArgument,
} from './call-arguments.ts';
import { type Chats, type KnownChat, refuseBlocked } from './chats.ts';
import {
  captionText,
  type FormattedText,
  messageText,
  readCaption,
  readPreview,
  readText,
} from './formatted-text.ts';
import { type Keyboards, readKeyboards } from './keyboard.ts';
import { type Content, type Messages, requireMessage } from './messages.ts';
import { createUploads } from './uploads.ts';

const ACTIONS = [
  'cancel',
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_audio',
  'upload_audio',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'pick_up_location',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export interface Sending {
  message(call: CallArguments): unknown;
  document(call: CallArguments): unknown;
  photo(call: CallArguments): unknown;
  chatAction(call: CallArguments): true;
}

/** Where a message goes and what it answers, checked in the order of the server. */
interface Envelope extends Keyboards {
  readonly chat: KnownChat;
  readonly thread: number | undefined;
  readonly replyTo: number | undefined;
}

export function createSending(chats: Chats, messages: Messages, now: () => number): Sending {
  const uploads = createUploads();
  const readEnvelope = (call: CallArguments): Envelope => {
    const reply = readReply(call);
    const keyboards = readKeyboards(call);
    const chat = chats.check(textArgument(call, 'chat_id'), 'send');
    const named = threadOf(call, chat);
    const replyTo = resolveReply(messages, chat, reply);
    const thread = named ?? (replyTo && messages.threadOf(chat.id, replyTo));
    return { chat, thread, replyTo, ...keyboards };
  };
  const send = ({ chat, thread, replyTo, inline, other }: Envelope, content: Content) => {
    refuseBlocked(chat);
    const message_id = messages.nextId(chat.id);
    messages.keepOwn({
      chat: chat.id,
      message_id,
      date: Math.floor(now() / 1000),
      message_thread_id: thread,
      reply_to: replyTo,
      content,
      inlineKeyboard: inline,
      otherKeyboard: other,
      editDate: undefined,
      edits: 0,
    });
    return messages.json(chat.id, message_id);
  };
  const message = (call: CallArguments) => {
    const preview = readPreview(call);
    const given = readText(call, chats.isMet);
    const envelope = readEnvelope(call);
    return send(envelope, { ...messageText(given), ...preview });
  };
  const withFile = (call: CallArguments, file: () => Content) => {
    const given = readCaption(call, chats.isMet);
    const envelope = readEnvelope(call);
    return send(envelope, { ...captionOf(given), ...file() });
  };
  const chatAction = (call: CallArguments): true => {
    if (!ACTIONS.includes(textArgument(call, 'action').toLowerCase())) {
      throw badRequest('wrong parameter action in request');
    }
    refuseBlocked(chats.check(textArgument(call, 'chat_id'), 'send'));
    return true;
  };
  return {
    message,
    document: (call) => withFile(call, () => ({ document: uploads.document(call) })),
    photo: (call) => withFile(call, () => ({ photo: uploads.photo(call) })),
    chatAction,
  };
}

function captionOf(given: FormattedText): Content {
  const { text, entities } = captionText(given);
  return text === '' ? {} : { caption: text, caption_entities: entities };
}

interface Reply {
  readonly id: number;
  readonly mayBeMissing: boolean;
  readonly chat: string;
}

function readReply(call: CallArguments): Reply {
  if (textArgument(call, 'reply_parameters') === '') {
    const id = integerArgument(call, 'reply_to_message_id', 0);
    return { id, mayBeMissing: booleanArgument(call, 'allow_sending_without_reply'), chat: '' };
  }
  const refusal = "can't parse reply parameters JSON object";
  const value = jsonArgument(call, 'reply_parameters', refusal);
  if (!isObject(value)) throw badRequest('object expected as reply parameters');
  if (Object.keys(value).length === 0) return { id: 0, mayBeMissing: false, chat: '' };
  const { allow_sending_without_reply: mayBeMissing = false, chat_id = '' } = value;
  if (typeof mayBeMissing !== 'boolean') {
    throw badRequest('field "allow_sending_without_reply" must be of type Boolean');
  }
  try {
    return { id: requiredInteger(value, 'message_id'), mayBeMissing, chat: String(chat_id) };
  } catch (error) {
    throw badRequest(lowerFirst(reasonOf(error)));
  }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function resolveReply(messages: Messages, chat: KnownChat, reply: Reply): number | undefined {
  if (reply.id <= 0) return undefined;
  if (reply.chat !== '' && reply.chat !== String(chat.id)) {
    throw ownRule('a reply to a message of another chat');
  }
  if (reply.mayBeMissing && !messages.exists(chat.id, reply.id)) return undefined;
  requireMessage(messages, chat.id, reply.id, 'message to be replied');
  return reply.id;
}

/** A thread is there once a person wrote in it. */
export function threadOf(call: CallArguments, chat: KnownChat): number | undefined {
  const thread = integerArgument(call, 'message_thread_id', 0);
  if (thread <= 0) return undefined;
  if (!chat.threads.has(thread)) throw badRequest('message thread not found');
  return thread;
}
