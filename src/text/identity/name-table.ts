import type { Span } from '../span.ts';

const SHORTEST_NAME = 2;
const BLANK = /\s/u;
/** Li stands in policy and is not named there. */
const LETTER = /[a-z]/iu;

/** Names by their first sign, the longest first, so that 欧阳明月 is not left as 欧阳 and a mask. */
export type NameTable = ReadonlyMap<string, readonly string[]>;

/** Names of one sign say too little to be looked for. */
export function nameTable(names: readonly string[]): NameTable {
  const table = new Map<string, string[]>();
  const bare = names.map((name) => name.replace(/\s+/gu, '').toLowerCase());
  for (const name of new Set(bare)) {
    if ([...name].length < SHORTEST_NAME) continue;
    const first = name[0] as string;
    const same = table.get(first);
    if (same === undefined) table.set(first, [name]);
    else same.push(name);
  }
  for (const same of table.values()) same.sort((one, other) => other.length - one.length);
  return table;
}

/** Where names of the table stand, 张 三 with blanks between its signs included. */
export function namesWithin(table: NameTable, text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    const names = table.get((text[start] as string).toLowerCase()) ?? [];
    for (const name of names) {
      const end = endOf(name, text, start);
      if (end === null) continue;
      found.push({ start, end });
      start = end - 1;
      break;
    }
  }
  return found;
}

function endOf(name: string, text: string, start: number): number | null {
  let at = start;
  for (const sign of name) {
    while (at > start && BLANK.test(text[at] ?? '')) at++;
    if (!text.startsWith(sign, at) && text[at]?.toLowerCase() !== sign) return null;
    at += sign.length;
  }
  const isLetters = LETTER.test(text[start] as string);
  if (isLetters && (LETTER.test(text[start - 1] ?? '') || LETTER.test(text[at] ?? ''))) return null;
  return at;
}
