import { withoutUnseen } from './without-unseen.ts';

const TAG_WITH_TEXT = /<(script|style|title|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;
/** Within a line of words: what stands on both sides of it belongs together. */
const INLINE_TAG =
  /<\/?(?:a|b|i|u|s|em|strong|span|font|mark|code|small|big|sub|sup)(?:\s[^<>]*)?\/?>/giu;
/** `a<b且c>d` and `<5人` are none. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<![a-z][^<>]*>/giu;
/** Cut off before its end; what stands after the next stop is text again. */
const CUT_TAG = /<[a-z][a-z0-9-]*\s+[a-z:-]+\s*=[^<>，。；\n]*/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/**
 * What a person wrote, as a document or a list can hold it: without markup, control characters and
 * invisible marks, letters and digits of full width made plain. Chinese punctuation and line breaks
 * stay.
 */
export function cleanWords(raw: string): string {
  return withoutUnseen(raw.normalize('NFC'))
    .replace(TAG_WITH_TEXT, ' ')
    .replace(COMMENT, ' ')
    .replace(INLINE_TAG, '')
    .replace(TAG, ' ')
    .replace(CUT_TAG, ' ')
    .replace(/&(nbsp|lt|gt|amp|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[０-９Ａ-Ｚａ-ｚ．]/gu, (form) => form.normalize('NFKC'))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\s]*/gu, '\n')
    .trim();
}
