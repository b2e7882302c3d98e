/** A text in an encoding that Node decodes and does not encode, by the characters of two bytes that it has. */
export function encodeText(text: string, encoding: 'utf-8' | 'gb18030' | 'big5'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`Cannot write "${character}" in ${encoding}`);
      return [...bytes];
    }),
  );
}

/** Whether an encoding holds all of a text. */
export function canEncode(text: string, encoding: 'gb18030' | 'big5'): boolean {
  return [...text].every((character) => character < '\u0080' || tableOf(encoding).has(character));
}

const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>();

function tableOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly [number, number]> {
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return table;
}

function makeTable(encoding: 'gb18030' | 'big5'): Map<string, readonly [number, number]> {
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      const isOne = [...character].length === 1 && !/[\uFFFD\uE000-\uF8FF]/u.test(character);
      if (isOne && !table.has(character)) table.set(character, [first, second]);
    }
  }
  return table;
}
