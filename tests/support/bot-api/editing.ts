import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { type CallArguments, integerArgument, textArgument } from './call-arguments.ts';
import { type Chats, type KnownChat, refuseBlocked } from './chats.ts';
import { messageText, readPreview, readText } from './formatted-text.ts';
import { readKeyboards } from './keyboard.ts';
import { type Content, type Messages, type OwnMessage, requireMessage } from './messages.ts';

const DELETABLE_FOR = 2 * 86_400;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same ' +
  'as a current content and reply markup of the message';

export interface Editing {
  text(call: CallArguments): unknown;
  replyMarkup(call: CallArguments): unknown;
  delete(call: CallArguments): true;
}

export function createEditing(chats: Chats, messages: Messages, now: () => number): Editing {
  const nowInSeconds = () => Math.floor(now() / 1000);
  const findEditable = (call: CallArguments): { chat: KnownChat; message: OwnMessage } => {
    const id = integerArgument(call, 'message_id', 0);
    const chatId = textArgument(call, 'chat_id');
    if (chatId === '' && id === 0) throw badRequest('message identifier is not specified');
    const chat = chats.check(chatId, 'edit');
    requireMessage(messages, chat.id, id, 'message to edit');
    const message = messages.findOwn(chat.id, id);
    if (message === undefined || message.otherKeyboard !== undefined) {
      throw badRequest("message can't be edited");
    }
    return { chat, message };
  };
  const change = (
    { chat, message }: { chat: KnownChat; message: OwnMessage },
    content: Content,
    keyboard: InlineKeyboardMarkup | undefined,
  ) => {
    refuseBlocked(chat);
    if (showsSame(message.content, content) && isSame(message.inlineKeyboard, keyboard)) {
      throw badRequest(NOT_MODIFIED);
    }
    message.content = content;
    message.inlineKeyboard = keyboard;
    message.edits += 1;
    message.editDate = nowInSeconds();
    return messages.json(chat.id, message.message_id);
  };
  const text = (call: CallArguments) => {
    const preview = readPreview(call);
    const given = readText(call, chats.isMet);
    const keyboard = readInline(call);
    const found = findEditable(call);
    if (found.message.content.text === undefined) {
      throw badRequest('there is no text in the message to edit');
    }
    return change(found, { ...messageText(given), ...preview }, keyboard());
  };
  const replyMarkup = (call: CallArguments) => {
    const keyboard = readInline(call);
    const found = findEditable(call);
    return change(found, found.message.content, keyboard());
  };
  const remove = (call: CallArguments): true => {
    const chatId = textArgument(call, 'chat_id');
    const id = integerArgument(call, 'message_id', 0);
    if (chatId === '') throw badRequest('chat identifier is not specified');
    if (id === 0) throw badRequest('message identifier is not specified');
    const chat = chats.check(chatId, 'send');
    requireMessage(messages, chat.id, id, 'message to delete');
    const isOwn = messages.findOwn(chat.id, id) !== undefined;
    const isOld = nowInSeconds() - messages.dateOf(chat.id, id) > DELETABLE_FOR;
    if (chat.type === 'supergroup' && (isOld || !isOwn)) {
      throw badRequest("message can't be deleted");
    }
    if (isOld) throw badRequest("message can't be deleted for everyone");
    messages.delete(chat.id, id);
    return true;
  };
  return { text, replyMarkup, delete: remove };
}

/** Its form is looked at before the message, its kind after. */
function readInline(call: CallArguments): () => InlineKeyboardMarkup | undefined {
  const { inline, other } = readKeyboards(call);
  return () => {
    if (other !== undefined) throw badRequest('inline keyboard expected');
    return inline;
  };
}

function showsSame(one: Content, other: Content): boolean {
  return one === other || (one.text === other.text && isSame(one.entities, other.entities));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
