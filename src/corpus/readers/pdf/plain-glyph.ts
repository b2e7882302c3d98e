import { withoutUnseen } from '../../../text/without-unseen.ts';

/** Bullets of symbol fonts, which have a private number instead of a character. */
const BULLETS: Readonly<Record<string, string>> = {
  ...{ '\uF0B7': '•', '\uF06C': '●', '\uF06E': '■', '\uF075': '◆', '\uF0A7': '▪' },
  ...{ '\uF0D8': '➢', '\uF0FC': '✓', '\uF0FE': '☑', '\uF0A8': '□', '\uF06F': '□' },
};

/** Radicals of today's characters, by their number from U+2E80 on; Unicode folds hardly any of them. */
const RADICALS: Readonly<Record<number, string>> = {
  ...{ 1: '厂', 5: '亻', 9: '刂', 24: '扌', 25: '攵', 29: '月', 32: '民', 41: '王' },
  ...{ 43: '罒', 44: '示', 45: '礻', 47: '糹', 48: '纟', 54: '羊', 59: '聿' },
  ...{ 60: '肉', 62: '艹', 63: '艹', 64: '艹', 65: '虎', 66: '衤', 68: '西' },
  ...{ 69: '见', 70: '角', 72: '讠', 73: '贝', 75: '车', 76: '辶', 80: '钅' },
  ...{ 81: '長', 83: '长', 84: '门', 88: '青', 89: '韦', 90: '页', 91: '风' },
  ...{ 92: '飞', 93: '食', 96: '饣', 98: '马', 99: '骨', 100: '鬼', 101: '鱼' },
  ...{ 102: '鸟', 103: '卤', 104: '麦', 105: '黄', 106: '黾', 108: '齐', 110: '齿' },
  ...{ 112: '龙' },
};

/**
 * Fonts share one glyph between a character and its look-alikes, and files then name the
 * look-alike: radicals, compatibility ideographs, Latin ligatures. Empty for what nobody can see;
 * a control is a glyph whose character the file does not tell.
 */
export function plainGlyph(character: string): string {
  if (/\p{Cc}/u.test(character)) return '\uFFFD';
  if (/[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/u.test(character)) {
    return RADICALS[character.charCodeAt(0) - 0x2e80] ?? character.normalize('NFKC');
  }
  return BULLETS[character] ?? withoutUnseen(character);
}
