import { outlineOf } from '../../text/outline.ts';
import type { ReadDocument } from './document.ts';

/** What a conversion from Word leaves behind: `[image: IMG_262]`, `[bookmark: _GoBack]`. Never long. */
const CONVERSION_ARTEFACT = /\[(?:image|bookmark|shape|object|footnote):[^\]\n]{0,200}\]/giu;

/** Byte-order mark, zero-width characters, marks of direction, and controls but tab and line feed. */
const INVISIBLE =
  /[\uFEFF\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\u00AD\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;

/**
 * Plain text as people should read it: artefacts of conversion, invisible characters, indents and
 * blank lines are gone, and nothing else is changed.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/gu, '\n')
    .replace(CONVERSION_ARTEFACT, '')
    .replace(INVISIBLE, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

export function readPlainText(raw: string): ReadDocument {
  const text = cleanText(raw);
  return { text, outline: outlineOf(text) };
}
