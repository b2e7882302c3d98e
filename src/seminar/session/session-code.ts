import { randomInt } from 'node:crypto';

const LOWEST = 100_000;
const HIGHEST = 999_999;

/** Six digits that are read aloud and typed; none begins with 0, which is easily left out. */
export function makeSessionCode(): string {
  return String(randomInt(LOWEST, HIGHEST + 1));
}

/** A text that is nothing but a code: `123456`, `123 456`; null where it is something else. */
export function readSessionCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{3})[ -](\d{3})$/u, '$1$2');
  return /^\d{6}$/u.test(code) ? code : null;
}
