import type { MessageEntity } from 'grammy/types';
import { badRequest, ownRule } from './api-error.ts';

const FARTHEST = 1_000_000;
/** These may hold and be held by anything but code. */
const STYLES = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'];
const QUOTES = ['blockquote', 'expandable_blockquote'];
const CODE = ['code', 'pre', 'date_time'];

/**
 * Sorts entities as the server does, the longer of two at one place first.
 *
 * @throws where an entity is not on whole characters of the text, or stands in another in a way
 * that the server would repair by dropping or splitting one
 */
export function placeEntities(
  text: string,
  entities: readonly MessageEntity[],
): readonly MessageEntity[] {
  for (const entity of entities) checkRange(entity);
  const sorted = [...entities].sort(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
  for (const entity of sorted) checkPlace(text, entity);
  checkNesting(sorted);
  return sorted;
}

function checkRange({ offset, length }: MessageEntity): void {
  if (offset < 0 || offset > FARTHEST) {
    throw badRequest(`receive an entity with incorrect offset ${offset}`);
  }
  if (length < 0 || length > FARTHEST) {
    throw badRequest(`receive an entity with incorrect length ${length}`);
  }
  if (length === 0) throw ownRule('an entity of length 0, which would be dropped');
}

function checkPlace(text: string, { offset, length }: MessageEntity): void {
  const end = offset + length;
  if (offset > text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (isInsideCharacter(text, offset)) {
    const at = byteOffset(text, offset + 1);
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${at}`);
  }
  const name = `entity beginning at UTF-16 offset ${offset} ends`;
  if (end > text.length) {
    throw badRequest(`${name} after the end of the text at UTF-16 offset ${end}`);
  }
  if (isInsideCharacter(text, end)) {
    const at = byteOffset(text, end + 1);
    throw badRequest(`${name} in a middle of a UTF-16 symbol at byte offset ${at}`);
  }
}

function isInsideCharacter(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

function byteOffset(text: string, end: number): number {
  return Buffer.byteLength(text.slice(0, end));
}

function checkNesting(sorted: readonly MessageEntity[]): void {
  const around: MessageEntity[] = [];
  for (const entity of sorted) {
    while (around.length > 0 && endOf(around.at(-1)) <= entity.offset) around.pop();
    for (const outer of around) checkPair(outer, entity);
    around.push(entity);
  }
}

function checkPair(outer: MessageEntity, inner: MessageEntity): void {
  const pair = `${inner.type} at ${inner.offset} and ${outer.type} at ${outer.offset}`;
  if (endOf(inner) > endOf(outer)) throw ownRule(`${pair} overlap`);
  if (inner.type === outer.type) throw ownRule(`${pair} are one in the other`);
  const bothAreQuotes = QUOTES.includes(inner.type) && QUOTES.includes(outer.type);
  if (bothAreQuotes || !mayHold(outer.type, inner.type)) {
    throw ownRule(`${pair} may not be one in the other`);
  }
}

function mayHold(outer: string, inner: string): boolean {
  if (CODE.includes(outer)) return false;
  if (CODE.includes(inner)) return QUOTES.includes(outer);
  return [...STYLES, ...QUOTES].includes(outer) || STYLES.includes(inner);
}

function endOf(entity: MessageEntity | undefined): number {
  return entity === undefined ? 0 : entity.offset + entity.length;
}
