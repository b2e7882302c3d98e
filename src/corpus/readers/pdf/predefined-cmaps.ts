/**
 * Old Chinese files name character maps that every reader of PDF was to have, such as GBK-EUC-H,
 * and do not carry them. They are made here from what is known of the encodings: not with the
 * glyph numbers of a collection, which nobody here draws, but with numbers of our own that lead to
 * the same characters.
 */
export class PredefinedCMaps {
  /** As pdf.js asks for it: `{ kind, filename }`. */
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? cMapOf(filename) : null;
    if (map === null) throw new Error(`Cannot read ${kind} "${filename}": none is kept here`);
    return new TextEncoder().encode(map);
  }
}

/** Characters that the old encodings hold, in blocks; together they take fewer than 35,000 numbers. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2b0, 0x2ff],
  [0x370, 0x45f],
  [0x2000, 0x2bff],
  [0x2e80, 0x2fdf],
  [0x3000, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff00, 0xffef],
];

/** Above all numbers that the collections themselves use: where one of those turns up, we do not know it. */
const FIRST_NUMBER = 30_300;

/** The maps by encoding: how a code becomes a character. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'GB-EUC': 'gbk',
  'GBpc-EUC': 'gbk',
  'GBK-EUC': 'gbk',
  'GBKp-EUC': 'gbk',
  GBK2K: 'gbk',
  B5pc: 'big5',
  'ETen-B5': 'big5',
  'ETenms-B5': 'big5',
};

function cMapOf(name: string): string | null {
  if (/^Adobe-(?:GB1|CNS1)-UCS2$/u.test(name)) return toUnicode(name);
  const base = name.replace(/-[HV]$/u, '');
  if (/^Uni(?:GB|CNS)-(?:UCS2|UTF16)$/u.test(base)) return fromUnicode(name);
  const encoding = ENCODINGS[base];
  return encoding === undefined ? null : fromCodes(name, encoding);
}

/** The number of each character, block after block. */
function* numbered(): Generator<{ from: number; to: number; number: number }> {
  let number = FIRST_NUMBER;
  for (const [from, to] of BLOCKS) {
    yield { from, to, number };
    number += to - from + 1;
  }
}

function numberOf(character: number): number | null {
  for (const { from, to, number } of numbered()) {
    if (character >= from && character <= to) return number + character - from;
  }
  return null;
}

function fromUnicode(name: string): string {
  const ranges: string[] = [];
  for (const { from, to, number } of numbered()) {
    ranges.push(`<${hex(from)}> <${hex(to)}> ${number}`);
  }
  return cMap(name, '<0000> <FFFF>', 'cidrange', ranges);
}

function fromCodes(name: string, encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const entries: string[] = [];
  for (let code = 0x20; code <= 0x7e; code++) {
    entries.push(`<${hex(code, 2)}> ${numberOf(code)}`);
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const number = text.length === 1 ? numberOf(text.charCodeAt(0)) : null;
      if (number !== null) entries.push(`<${hex((lead << 8) | trail)}> ${number}`);
    }
  }
  return cMap(name, '<00> <80>\n<8140> <FEFE>', 'cidchar', entries);
}

/** From numbers to characters; the collection's own numbers lead to the mark of what is unknown. */
function toUnicode(name: string): string {
  const entries: string[] = [];
  for (let number = 1; number < FIRST_NUMBER; number++) entries.push(`<${hex(number)}> <FFFD>`);
  for (const { from, to, number } of numbered()) {
    for (let at = from; at <= to; at++) entries.push(`<${hex(number + at - from)}> <${hex(at)}>`);
  }
  return cMap(name, '<0000> <FFFF>', 'bfchar', entries);
}

/** As the format wants it: at most a hundred entries at a time. */
function cMap(name: string, codes: string, kind: string, entries: readonly string[]): string {
  const parts = [
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def`,
    `/WMode ${name.endsWith('-V') ? 1 : 0} def`,
    `${codes.split('\n').length} begincodespacerange ${codes} endcodespacerange`,
  ];
  for (let at = 0; at < entries.length; at += 100) {
    const some = entries.slice(at, at + 100);
    parts.push(`${some.length} begin${kind}\n${some.join('\n')}\nend${kind}`);
  }
  return [...parts, 'endcmap end end'].join('\n');
}

function hex(value: number, digits = 4): string {
  return value.toString(16).padStart(digits, '0').toUpperCase();
}
