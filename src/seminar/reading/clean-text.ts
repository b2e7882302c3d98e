const TAG_WITH_TEXT = /<(script|style|title|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;
/** Within a line of words: what stands on both sides of it belongs together. */
const INLINE_TAG =
  /<\/?(?:a|b|i|u|s|em|strong|span|font|mark|code|small|big|sub|sup)(?:\s[^<>]*)?>/giu;
const TAG = /<\/?[a-z!?][^<>]*>/giu;
/** Cut off before its end; what stands after the next stop is text again. */
const OPEN_TAG = /<\/?[a-z!?][^<>，。；\n]*/giu;
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u00A0\u00AD\u2028\u2029\u3000\uFFFE\uFFFF]/gu;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\uFE00-\uFE0F]/gu;
/** Half of a pair, which no file can hold. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/**
 * What a person wrote, as a document can hold it: without markup, control characters and invisible
 * marks, letters and digits of full width made plain. Chinese punctuation and line breaks stay.
 */
export function cleanText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(TAG_WITH_TEXT, ' ')
    .replace(COMMENT, ' ')
    .replace(INLINE_TAG, '')
    .replace(TAG, ' ')
    .replace(OPEN_TAG, ' ')
    .replace(/&(nbsp|lt|gt|amp|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[０-９Ａ-Ｚａ-ｚ．]/gu, (form) => form.normalize('NFKC'))
    .replace(LONE_SURROGATE, '')
    .replace(CONTROLS, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\s]*/gu, '\n')
    .trim();
}
