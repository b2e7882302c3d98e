import { createHash } from 'node:crypto';

/** A text and the key that the cache knows it by. */
export interface KeyedText {
  /** sha256 of the text, in hexadecimal. */
  readonly key: string;
  readonly text: string;
}

export function keyed(text: string): KeyedText {
  return { key: createHash('sha256').update(text).digest('hex'), text };
}
