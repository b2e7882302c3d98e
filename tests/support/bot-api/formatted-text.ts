import type { MessageEntity } from 'grammy/types';
import { badRequest, ownRule } from './api-error.ts';
import { type CallArguments, isObject, jsonArgument, textArgument } from './call-arguments.ts';
import { readEntities } from './entities.ts';
import { placeEntities } from './entity-places.ts';

const MAX_BYTES = 1 << 15;
/** In UTF-16 units, as apps count: the server counts code points, of which there are no more. */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
/** Characters that never reach people. */
const REMOVED = /\r|[\u2028-\u202E]|\u0333|\u033F|\u030A/gu;
/** What looks like nothing: a text of nothing else is empty. */
const EMPTY =
  /[\s\u1680\u180E\u2000-\u200F\u202E\u202F\u205F\u2800\u3000\uFFFC\uFEFF\u00A0\u{E0000}-\u{E007F}]/gu;

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

type IsMet = (person: number) => boolean;
type Json = Record<string, unknown>;

/** The text of a message as it was given; see {@link messageText} for the rest. */
export function readText(call: CallArguments, isMet: IsMet): FormattedText {
  const text = textArgument(call, 'text');
  if (text === '') throw badRequest('message text is empty');
  return read(call, text, 'entities', isMet);
}

/** The text of a draft as it was given, which may have none; see {@link draftText} for the rest. */
export function readDraftText(call: CallArguments, isMet: IsMet): FormattedText {
  return read(call, textArgument(call, 'text'), 'entities', isMet);
}

export function readPreview(call: CallArguments): { link_preview_options?: Json } {
  if (textArgument(call, 'link_preview_options') === '') return {};
  const refusal = "can't parse link preview options JSON object";
  const options = jsonArgument(call, 'link_preview_options', refusal);
  if (!isObject(options)) throw badRequest('object expected as link preview options');
  const { is_disabled: disabled = false } = options;
  if (typeof disabled !== 'boolean') {
    throw badRequest('field "is_disabled" must be of type Boolean');
  }
  return { link_preview_options: options };
}

export function readCaption(call: CallArguments, isMet: IsMet): FormattedText {
  return read(call, textArgument(call, 'caption'), 'caption_entities', isMet);
}

function read(call: CallArguments, text: string, name: string, isMet: IsMet): FormattedText {
  if (call.fields.has('parse_mode')) {
    throw ownRule('parse_mode, which this project never uses');
  }
  if (Buffer.byteLength(text) > MAX_BYTES) throw badRequest('text is too long');
  return { text, entities: readEntities(call, name, isMet) };
}

/** As it is kept and shown: cleaned and trimmed. */
export function messageText(given: FormattedText): FormattedText {
  const cleaned = clean(given);
  if (cleaned.text.replace(EMPTY, '') === '') throw badRequest('text must be non-empty');
  if (cleaned.text.length > MAX_TEXT) throw badRequest('message is too long');
  return cleaned;
}

/** As it is shown: cleaned and trimmed; empty where the app shows that the bot thinks. */
export function draftText(given: FormattedText): FormattedText {
  const cleaned = clean(given);
  if (given.text !== '' && cleaned.text.replace(EMPTY, '') === '') {
    throw ownRule('a draft of blanks, which would look like an empty one');
  }
  if (cleaned.text.length > MAX_TEXT) throw badRequest('message is too long');
  return cleaned;
}

export function captionText(given: FormattedText): FormattedText {
  const cleaned = clean(given);
  if (cleaned.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return cleaned;
}

export function clean({ text, entities }: FormattedText): FormattedText {
  if (/\p{Surrogate}/u.test(text)) throw badRequest('strings must be encoded in UTF-8');
  const placed = placeEntities(text, entities);
  const shorter = removeCharacters(text, placed);
  const plain = shorter.text
    .replace(/[\0-\x09\x0B\x0C\x0E-\x1F]/gu, ' ')
    .replace(/[\u200E\u200F](?=[\u200E\u200F])/gu, '\u200C');
  return trim({ text: plain, entities: shorter.entities });
}

function removeCharacters(text: string, entities: readonly MessageEntity[]): FormattedText {
  const removed = [...text.matchAll(REMOVED)].map(({ index }) => index);
  const shift = (at: number) => at - removed.filter((index) => index < at).length;
  const moved = entities.map((entity) => {
    const offset = shift(entity.offset);
    return { ...entity, offset, length: shift(entity.offset + entity.length) - offset };
  });
  return {
    text: text.replace(REMOVED, ''),
    entities: moved.filter(({ length }) => length > 0),
  };
}

/** Blanks at the beginning stay where an entity holds them; at the end they never do. */
function trim({ text, entities }: FormattedText): FormattedText {
  const ended = text.replace(/[ \n]+$/u, '');
  const clipped = entities
    .filter(({ offset }) => offset < ended.length)
    .map((entity) => ({
      ...entity,
      length: Math.min(entity.length, ended.length - entity.offset),
    }));
  const firstEntity = clipped[0]?.offset ?? ended.length;
  const leading = /^[ \n]*/u.exec(ended)?.[0].length ?? 0;
  const start = Math.min(leading, firstEntity);
  return {
    text: ended.slice(start),
    entities: clipped.map((entity) => ({ ...entity, offset: entity.offset - start })),
  };
}
