import { withoutUnseen } from '../../../text/without-unseen.ts';
import type { Glyph, Run } from './layout.ts';

type Matrix = readonly number[];

/** A piece of text as pdf.js gives it. */
export interface WrittenItem {
  readonly str: string;
  readonly width: number;
  readonly transform: Matrix;
  readonly fontName: string;
}

/** Words of a page, sorted by whether a reader of the page can read them where they stand. */
export interface FoundRuns {
  readonly runs: readonly Run[];
  readonly turned: readonly string[];
  readonly unseen: readonly string[];
}

/** Smaller than any print. */
const SMALLEST_SIZE = 3.5;
/** How far a page may be missed, in points. */
const OVER_THE_EDGE = 2;
/** A glyph that is drawn again within this share of its size is bold, not said twice. */
const DRAWN_AGAIN = 0.15;

/** What the file writes on a page, as glyphs at their places. */
export function runsOfPage(
  items: readonly WrittenItem[],
  styles: Readonly<Record<string, { vertical?: boolean }>>,
  viewport: { readonly transform: Matrix; readonly width: number; readonly height: number },
): FoundRuns {
  const runs: Run[] = [];
  const turned: string[] = [];
  const unseen: string[] = [];
  const drawn = new DrawnGlyphs();
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const [a, b, , d, x, y] = multiply(viewport.transform, item.transform) as [
      ...[number, number, number, number, number, number],
    ];
    const size = Math.round(Math.hypot(a, b) * 10) / 10;
    const isTurned = Math.abs(b) > 0.02 * Math.hypot(a, b) || a < 0 || d > 0;
    if (isTurned || styles[item.fontName]?.vertical === true) {
      turned.push(item.str.trim());
      continue;
    }
    const isOutside =
      x + item.width < -OVER_THE_EDGE ||
      x > viewport.width + OVER_THE_EDGE ||
      y < -OVER_THE_EDGE ||
      y - size > viewport.height + OVER_THE_EDGE;
    if (isOutside || size < SMALLEST_SIZE) {
      unseen.push(item.str.trim());
      continue;
    }
    const glyphs = glyphsOf(item.str, x, item.width).filter((glyph) =>
      drawn.isFirst(glyph, y, size),
    );
    if (glyphs.length > 0) runs.push({ glyphs, y, size });
  }
  return { runs, turned, unseen };
}

/** Shares of the width by kind of character: what the file gives is the width of the whole. */
function glyphsOf(words: string, x: number, width: number): Glyph[] {
  const characters = [...words];
  const shares = characters.map(shareOf);
  const unit = width / shares.reduce((sum, one) => sum + one, 0);
  const glyphs: Glyph[] = [];
  let at = x;
  let isSpaced = false;
  for (const [number, character] of characters.entries()) {
    const end = at + unit * (shares[number] as number);
    const text = plainForm(character);
    if (character.trim() === '') isSpaced = true;
    else if (text !== '') {
      glyphs.push({ text, x: at, end, isSpaced });
      isSpaced = false;
    }
    at = end;
  }
  return glyphs;
}

function shareOf(character: string): number {
  if (character.trim() === '') return 0.3;
  return (character.codePointAt(0) as number) < 0x2000 ? 0.5 : 1;
}

/** Bullets of symbol fonts, which have a private number instead of a character. */
const BULLETS: Readonly<Record<string, string>> = {
  ...{ '\uF0B7': '•', '\uF06C': '●', '\uF06E': '■', '\uF075': '◆', '\uF0A7': '▪' },
  ...{ '\uF0D8': '➢', '\uF0FC': '✓', '\uF0FE': '☑', '\uF0A8': '□', '\uF06F': '□' },
};

/**
 * Fonts share one glyph between a character and its look-alikes, and files then name the
 * look-alike: radicals, compatibility ideographs, Latin ligatures. Empty for what nobody can see;
 * a control is a glyph whose character the file does not tell.
 */
function plainForm(character: string): string {
  if (/\p{Cc}/u.test(character)) return '\uFFFD';
  if (/[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/u.test(character)) {
    return character.normalize('NFKC');
  }
  return BULLETS[character] ?? withoutUnseen(character);
}

/** Remembers where each character was drawn. */
class DrawnGlyphs {
  readonly #places = new Map<string, { x: number; y: number }[]>();

  isFirst({ text, x }: Glyph, y: number, size: number): boolean {
    const key = `${text} ${size} ${Math.round(y / 4)}`;
    const near = [
      key,
      `${text} ${size} ${Math.round(y / 4) - 1}`,
      `${text} ${size} ${Math.round(y / 4) + 1}`,
    ];
    const reach = DRAWN_AGAIN * size;
    const isAgain = near.some((one) =>
      this.#places
        .get(one)
        ?.some((place) => Math.abs(place.x - x) < reach && Math.abs(place.y - y) < reach),
    );
    if (isAgain) return false;
    const places = this.#places.get(key);
    if (places === undefined) this.#places.set(key, [{ x, y }]);
    else places.push({ x, y });
    return true;
  }
}

/** Of two transforms as PDF writes them, the second being done first. */
export function multiply(one: Matrix, other: Matrix): number[] {
  const [a, b, c, d, e, f] = one as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = other as [number, number, number, number, number, number];
  return [
    ...[a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j],
    ...[a * k + c * l + e, b * k + d * l + f],
  ];
}
