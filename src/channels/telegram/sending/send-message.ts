import { type Api, GrammyError } from 'grammy';
import type { FormattedText, Keyboard } from '../reply/step.ts';

/** Where messages go. */
export interface Place {
  readonly chat: number;
  readonly thread: number | null;
  /** The message that they answer, where that should be seen. */
  readonly answers: number | null;
}

/** What a message shows. */
export interface Words extends FormattedText {
  readonly keyboard: Keyboard;
}

/** The message that was to be changed is gone or too old, or is one that bots cannot change. */
const CANNOT_EDIT = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/u;
const IS_SHOWN_ALREADY = /message is not modified/u;

/**
 * Sends a message.
 *
 * @returns its number in the chat
 * @throws GrammyError, HttpError as the Bot API's client does
 */
export async function sendMessage(api: Api, words: Words, place: Place): Promise<number> {
  const fields = { ...placeOf(place), ...contentOf(words) };
  return (await api.sendMessage(place.chat, words.text, fields)).message_id;
}

/**
 * Puts words in the place of those that a message shows.
 *
 * @returns false where the message cannot be changed any more
 * @throws GrammyError, HttpError as the Bot API's client does
 */
export async function editMessage(
  api: Api,
  words: Words,
  message: number,
  { chat }: Place,
): Promise<boolean> {
  try {
    await api.editMessageText(chat, message, words.text, contentOf(words));
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (IS_SHOWN_ALREADY.test(error.description)) return true;
    if (CANNOT_EDIT.test(error.description)) return false;
    throw error;
  }
}

/** A place as the Bot API takes it, the chat left out. */
export function placeOf({ thread, answers }: Place) {
  return {
    ...(thread === null ? {} : { message_thread_id: thread }),
    ...(answers === null
      ? {}
      : { reply_parameters: { message_id: answers, allow_sending_without_reply: true } }),
  };
}

function contentOf({ entities, keyboard }: Words) {
  return {
    entities: [...entities],
    // Addresses in a material are no invitation to load them.
    link_preview_options: { is_disabled: true },
    ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: writable(keyboard) } }),
  };
}

function writable(keyboard: Keyboard) {
  return keyboard.map((row) => [...row]);
}
