import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest, ownRule } from './api-error.ts';
import {
  type CallArguments,
  isObject,
  jsonArgument,
  reasonOf,
  requiredText,
  textArgument,
} from './call-arguments.ts';
import { linkFault } from './link.ts';

const MAX_BUTTONS = 100;
const MAX_ROW = 8;
const MAX_DATA_BYTES = 64;
const MAX_COPIED = 256;
const ACTIONS = [
  'url',
  'callback_data',
  'callback_game',
  'pay',
  'switch_inline_query',
  'switch_inline_query_chosen_chat',
  'switch_inline_query_current_chat',
  'login_url',
  'web_app',
  'copy_text',
];

export interface Keyboards {
  readonly inline: InlineKeyboardMarkup | undefined;
  /** One below the chat, its removal, or a forced reply. */
  readonly other: Record<string, unknown> | undefined;
}

export function readKeyboards(call: CallArguments): Keyboards {
  if (textArgument(call, 'reply_markup') === '') return { inline: undefined, other: undefined };
  const refusal = "can't parse reply keyboard markup JSON object";
  const markup = jsonArgument(call, 'reply_markup', refusal);
  if (!isObject(markup)) throw badRequest('object expected as reply markup');
  if (markup.inline_keyboard !== undefined) {
    return { inline: readInlineKeyboard(markup.inline_keyboard), other: undefined };
  }
  const isOther = ['keyboard', 'remove_keyboard', 'force_reply'].some((name) => markup[name]);
  return { inline: undefined, other: isOther ? markup : undefined };
}

/** Undefined when it has no buttons. */
function readInlineKeyboard(value: unknown): InlineKeyboardMarkup | undefined {
  if (!Array.isArray(value)) {
    throw badRequest('field "inline_keyboard" must be of type Array');
  }
  const rows = value.map(readRow).filter((row) => row.length > 0);
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  if (rows.some((row) => row.length > MAX_ROW)) throw ownRule(`over ${MAX_ROW} buttons in a row`);
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

function readRow(row: unknown): InlineKeyboardButton[] {
  if (!Array.isArray(row)) {
    throw badRequest(
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    );
  }
  return row.map((button) => {
    checkButton(button);
    return button as InlineKeyboardButton;
  });
}

function checkButton(button: unknown): void {
  try {
    checkForm(button);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Bad Request')) throw error;
    throw badRequest(`can't parse inline keyboard button: ${reasonOf(error)}`);
  }
}

function checkForm(button: unknown): void {
  if (!isObject(button)) throw new Error('InlineKeyboardButton must be an Object');
  const text = requiredText(button, 'text');
  const actions = ACTIONS.filter((action) => button[action] !== undefined);
  if (actions.length === 0 || button.callback_data === '' || button.url === '') {
    throw new Error('Text buttons are unallowed in the inline keyboard');
  }
  if (actions.length > 1) throw ownRule(`a button with several actions: ${actions.join(', ')}`);
  if (text.trim() === '') throw ownRule('a button without text, which would be dropped');
  if (button.callback_data !== undefined) checkData(requiredText(button, 'callback_data'));
  if (button.url !== undefined) checkUrl(requiredText(button, 'url'));
  if (button.copy_text !== undefined) checkCopied(button.copy_text);
}

function checkData(data: string): void {
  if (Buffer.byteLength(data) > MAX_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(url: string): void {
  const fault = linkFault(url);
  if (fault !== undefined) throw badRequest(`inline keyboard button ${fault}`);
}

function checkCopied(copied: unknown): void {
  if (!isObject(copied)) throw new Error('Field "copy_text" must be of type Object');
  const { length } = requiredText(copied, 'text');
  if (length === 0 || length > MAX_COPIED) throw badRequest('BUTTON_COPY_TEXT_INVALID');
}
