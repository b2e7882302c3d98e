/**
 * Cuts a folded text into units, in order: one Han character (kana and hangul alike), or one whole
 * word of letters and digits. An empty string stands for a break (punctuation, spaces, symbols).
 */
export function scanUnits(folded: string, visit: (unit: string) => void): void {
  let broken = true;
  for (let at = 0; at < folded.length; ) {
    const end = endOfUnit(folded, at);
    const isUnit = end > at;
    if (isUnit) visit(folded.slice(at, end));
    else if (!broken) visit('');
    broken = !isUnit;
    at = isUnit ? end : at + 1;
  }
}

/** Whether a unit is a word of letters and digits rather than a character. */
export function isWordUnit(unit: string): boolean {
  return kindOf(unit.charCodeAt(0)) === WORD;
}

/** Whether a term is one Han character (or kana); a word of one letter or digit is a word. */
export function isSingleCharacter(term: string): boolean {
  const kind = kindOf(term.charCodeAt(0));
  return kind !== WORD && term.length === (kind === SURROGATE ? 2 : 1);
}

const BREAK = 0;
const CHARACTER = 1;
const WORD = 2;
const SURROGATE = 3;

// What is longer is no word (a pasted token, a line of dashes made of letters) and is cut.
const LONGEST_WORD = 64;

function endOfUnit(folded: string, at: number): number {
  const kind = kindOf(folded.charCodeAt(at));
  if (kind === CHARACTER) return at + 1;
  if (kind === WORD) return endOfWord(folded, at);
  return kind === SURROGATE && isHanPair(folded, at) ? at + 2 : at;
}

function endOfWord(folded: string, from: number): number {
  let end = from + 1;
  while (end < folded.length && end - from < LONGEST_WORD) {
    const code = folded.charCodeAt(end);
    // A point between digits belongs to the number: 37.3.
    const isPoint =
      code === 0x2e && isDigit(folded.charCodeAt(end - 1)) && isDigit(folded.charCodeAt(end + 1));
    if (!isPoint && kindOf(code) !== WORD) break;
    end++;
  }
  return end;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function kindOf(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return CHARACTER;
  if (code < 0x80) return isDigit(code) || (code >= 0x61 && code <= 0x7a) ? WORD : BREAK;
  // General punctuation and symbols, then the few letters in the block of CJK punctuation.
  if (code >= 0x2000 && code < 0x3041)
    return code === 0x3005 || code === 0x3007 ? CHARACTER : BREAK;
  if (code <= 0x30fe && code >= 0x3041) return CHARACTER;
  if (code >= 0x3400 && code < 0x4e00) return CHARACTER;
  if (code >= 0xac00 && code <= 0xd7a3) return CHARACTER;
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  return LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? WORD : BREAK;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHanPair(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point >= 0x20000 && point <= 0x3ffff;
}
