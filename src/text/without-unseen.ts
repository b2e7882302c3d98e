/** Marks that nothing shows: of width zero, or turning the direction of the text around them. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;
/** All but line feeds. */
const CONTROLS = /[^\P{Cc}\n]/gu;
/** Half of a pair, which no file can hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text with nothing in it that a reader could not see; line breaks stay, as line feeds. */
export function withoutUnseen(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '')
    .replace(CONTROLS, ' ');
}
