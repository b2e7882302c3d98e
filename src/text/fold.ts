import hongKongVariants from 'opencc-js/dict/HKVariantsRev';
import traditionalCharacters from 'opencc-js/dict/TSCharacters';
import taiwanVariants from 'opencc-js/dict/TWVariantsRev';
import { writeNumeralsInDigits } from './numerals.ts';

/**
 * Folds a text for the index, and only for the index: traditional characters to simplified,
 * full-width and compatibility forms to plain ones, capitals to small letters, control characters
 * to spaces, invisible characters away, compound Chinese numerals to digits. Offsets do not survive.
 */
export function foldForIndex(text: string): string {
  return writeNumeralsInDigits(foldCharacters(text));
}

/** The character part of `foldForIndex`: every character on its own, numerals untouched. */
export function foldCharacters(text: string): string {
  // Few texts hold these, and the first normalisation of a process alone takes 10 ms.
  const plain = COMPATIBILITY.test(text)
    ? text.replace(EVERY_COMPATIBILITY, (form) => form.normalize('NFKC'))
    : text;
  return translate(plain, foldingTable());
}

function translate(text: string, table: Uint16Array): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const replacement = table[code] as number;
    if (replacement === code) continue;
    folded += text.slice(from, at);
    if (replacement !== DROPPED) folded += String.fromCharCode(replacement);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

// A code point that is never assigned, so no text means it.
const DROPPED = 0xffff;
const SPACE = 0x20;

let table: Uint16Array | undefined;

// One entry a UTF-16 code unit. The character dictionary alone takes 3 ms and 60 KB; the phrase
// dictionaries of a converter would take 30 ms and are not needed where both sides fold alike.
function foldingTable(): Uint16Array {
  table ??= makeFoldingTable();
  return table;
}

function makeFoldingTable(): Uint16Array {
  const made = new Uint16Array(0x10000);
  for (let code = 0; code < made.length; code++) made[code] = code;
  made.fill(SPACE, 0x00, 0x20).fill(SPACE, 0x7f, 0xa1);
  for (const [first, last] of INVISIBLE) made.fill(DROPPED, first, last + 1);
  foldCase(made);
  foldWidth(made);
  foldScript(made);
  return made;
}

// Soft hyphen; zero-width and direction marks; variation selectors; byte order mark.
const INVISIBLE = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;

// Circled and bracketed numbers, radicals, compatibility ideographs.
const COMPATIBILITY = /[\u2460-\u24ff\u2f00-\u2fd5\uf900-\ufaff]/;
const EVERY_COMPATIBILITY = new RegExp(COMPATIBILITY.source, 'g');

// Capitals, each block a fixed distance from its small letters: ASCII, Latin-1, Greek, Cyrillic.
const CAPITALS = [
  [0x41, 0x5a, 0x20],
  [0xc0, 0xde, 0x20],
  [0x391, 0x3a9, 0x20],
  [0x400, 0x40f, 0x50],
  [0x410, 0x42f, 0x20],
] as const;
const MULTIPLICATION_SIGN = 0xd7;

function foldCase(target: Uint16Array): void {
  for (const [first, last, distance] of CAPITALS) {
    for (let code = first; code <= last; code++) target[code] = code + distance;
  }
  target[MULTIPLICATION_SIGN] = MULTIPLICATION_SIGN;
}

// Full-width forms stand at a fixed distance from ASCII; the ideographic space is a space.
function foldWidth(target: Uint16Array): void {
  for (let code = 0xff01; code <= 0xff5e; code++) target[code] = target[code - 0xfee0] as number;
  target[0x3000] = SPACE;
}

function foldScript(target: Uint16Array): void {
  const simplified = new Set<number>();
  eachPair(traditionalCharacters, (from, to) => {
    target[from] = to;
    simplified.add(to);
  });
  for (let at = 0; at < ALSO_FOLDED.length; at += 2) {
    target[ALSO_FOLDED.charCodeAt(at)] = ALSO_FOLDED.charCodeAt(at + 1);
  }
  // A regional variant goes the way of its general traditional form; 么 is both one of those and
  // the simplified 麼, and stays.
  for (const dictionary of [hongKongVariants, taiwanVariants]) {
    eachPair(dictionary, (from, to) => {
      if (target[from] === from && !simplified.has(from)) target[from] = target[to] as number;
    });
  }
  // Folding a folded text changes nothing: 薴 goes by 苧 to 苎.
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    target[code] = target[target[code] as number] as number;
  }
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

// One simplified character shared by two traditional ones where the dictionary keeps both apart:
// converters write 瞭解, 藉助, 覆蓋 for 了解, 借助, 复盖; 馀, 迳, 讬 and 锺 are half-simplified forms.
const ALSO_FOLDED = '瞭了藉借覆复甯宁甦苏馀余迳径讬托锺钟谘咨钜巨';

// Reads `a b|c d|…` without making strings of it. Pairs outside the basic plane (about 60, of no use
// in modern text) are left out.
function eachPair(dictionary: string, visit: (from: number, to: number) => void): void {
  for (let start = 0; start < dictionary.length; ) {
    const bar = dictionary.indexOf('|', start);
    const end = bar < 0 ? dictionary.length : bar;
    if (end - start === 3) visit(dictionary.charCodeAt(start), dictionary.charCodeAt(start + 2));
    start = end + 1;
  }
}
