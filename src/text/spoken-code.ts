import { randomInt } from 'node:crypto';

/** Read aloud and typed without mistakes: no 0, O, 1, I, L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code that nobody can guess; the length decides how many there are of its kind. */
export function makeSpokenCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
