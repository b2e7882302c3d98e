/** The key of a term of one or two UTF-16 units: keys of one unit are below 0x10000. */
export function shortTermKey(term: string): number {
  return term.length === 1
    ? term.charCodeAt(0)
    : ((term.charCodeAt(0) << 16) | term.charCodeAt(1)) >>> 0;
}

export function termOfShortKey(key: number): string {
  return key < 0x10000 ? String.fromCharCode(key) : String.fromCharCode(key >>> 16, key & 0xffff);
}

/**
 * Final term numbers: terms of at most two UTF-16 units by their numeric key, then the longer ones
 * in string order. `order[collected number]` is the final number.
 */
export function orderTerms(termNumbers: ReadonlyMap<string, number>) {
  const short: string[] = [];
  const longTerms: string[] = [];
  for (const term of termNumbers.keys()) (term.length <= 2 ? short : longTerms).push(term);
  const shortTerms = Uint32Array.from(short, shortTermKey).sort();
  longTerms.sort();
  const order = new Uint32Array(termNumbers.size);
  for (const [position, key] of shortTerms.entries()) {
    order[termNumbers.get(termOfShortKey(key)) as number] = position;
  }
  for (const [position, term] of longTerms.entries()) {
    order[termNumbers.get(term) as number] = shortTerms.length + position;
  }
  return { shortTerms, longTerms, order };
}
