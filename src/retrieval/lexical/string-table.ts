/** Strings in one run of UTF-16 units with their offsets: nothing is decoded until it is asked for. */
export interface StringTable {
  readonly size: number;
  at(position: number): string;
  /** Position of a string in a table that was packed in sorted order, or −1. */
  find(wanted: string): number;
}

export interface PackedStrings {
  /** One more than there are strings; string n stands in units[offsets[n]] to units[offsets[n + 1]]. */
  readonly offsets: Uint32Array;
  readonly units: Uint16Array;
}

export function packStrings(strings: readonly string[]): PackedStrings {
  const offsets = new Uint32Array(strings.length + 1);
  let length = 0;
  for (const [position, string] of strings.entries()) {
    length += string.length;
    offsets[position + 1] = length;
  }
  const units = new Uint16Array(length);
  let at = 0;
  for (const string of strings) {
    for (let unit = 0; unit < string.length; unit++) units[at++] = string.charCodeAt(unit);
  }
  return { offsets, units };
}

export function openStringTable({ offsets, units }: PackedStrings): StringTable {
  const size = Math.max(0, offsets.length - 1);
  const at = (position: number): string =>
    String.fromCharCode(...units.subarray(offsets[position], offsets[position + 1]));
  return { size, at, find: (wanted) => findSorted(size, at, wanted) };
}

function findSorted(size: number, at: (position: number) => string, wanted: string): number {
  let low = 0;
  let high = size - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const candidate = at(middle);
    if (candidate === wanted) return middle;
    if (candidate < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
