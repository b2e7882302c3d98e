/** What XML 1.0 cannot hold, other controls, zero-width characters and marks of direction. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Words as they can be put on paper: the rest is gone, and line feeds stay. */
export function printable(words: string): string {
  return words
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, '');
}
