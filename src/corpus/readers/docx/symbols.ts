/** What the signs of Wingdings that stand in official forms and lists mean in Unicode. */
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  74: '☺',
  108: '●',
  109: '○',
  110: '■',
  111: '□',
  113: '□',
  114: '□',
  117: '◆',
  118: '❖',
  119: '◆',
  159: '•',
  161: '○',
  163: '□',
  167: '■',
  168: '□',
  171: '★',
  178: '◇',
  216: '➢',
  223: '←',
  224: '→',
  232: '→',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  163: '□',
};
const SYMBOL: Readonly<Record<number, string>> = {
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '·',
  184: '÷',
  185: '≠',
  174: '→',
};
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};
/** Fonts of signs lie here in Unicode, by their own codes. */
const PRIVATE = 0xf000;

/** The sign of `w:sym`; null where its font alone knows what it shows. */
export function symbolOf(font: string | undefined, code: string | undefined): string | null {
  if (code === undefined || !/^[0-9a-f]{1,6}$/iu.test(code)) return null;
  const point = Number.parseInt(code, 16);
  const own = point >= PRIVATE && point <= PRIVATE + 0xff ? point - PRIVATE : point;
  const signs = FONTS[font?.toLowerCase() ?? ''];
  if (signs !== undefined) return signs[own] ?? null;
  const isText = point === own && point >= 0x20 && point <= 0x10ffff && !isSurrogate(point);
  return isText && !/\p{Co}/u.test(String.fromCodePoint(point))
    ? String.fromCodePoint(point)
    : null;
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}
