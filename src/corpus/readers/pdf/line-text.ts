import { type Glyph, medianOf, type Run } from './layout.ts';

/** In shares of the size of the letters; measured on what Word, WPS and LibreOffice print. */
const GAPS = {
  /** Between Chinese characters: a space, and a space of a whole character. */
  space: 0.2,
  wideSpace: 0.8,
  /** Between letters or figures. */
  wordSpace: 0.12,
  /** Between Chinese and Latin, where typesetting parts them by a quarter by itself. */
  mixedSpace: 0.8,
} as const;

/** When every third pair of characters is apart, the line is spread, and its gaps say nothing. */
const SPREAD_SHARE = 1 / 3;

const WIDE = /[\p{Script=Han}\u2014\u2018-\u201D\u2026\u3000-\u30FF\uFE30-\uFE4F\uFF00-\uFF60]/u;
const STOP = /[\u2018-\u201D\u3001-\u3002\u3008-\u3011\u3014-\u301B\uFF01-\uFF0F\uFF1A-\uFF1F]/u;

/** The words of one line; its runs may overlap, as a raised figure does. */
export function textOfRuns(runs: readonly Run[], lineSize: number, baseline: number): string {
  const glyphs = runs
    .flatMap((run) => {
      const isRaised = run.size <= 0.75 * lineSize && baseline - run.y > 0.15 * lineSize;
      return run.glyphs.map((glyph) => ({ ...glyph, size: run.size, isRaised }));
    })
    .sort((one, other) => one.x - other.x);
  const gaps = glyphs.slice(1).map((glyph, at) => {
    const { end } = glyphs[at] as Glyph;
    return (glyph.x - end) / lineSize;
  });
  const wide = gaps.filter((_, at) => isWidePair(glyphs[at]?.text, glyphs[at + 1]?.text));
  const apart = wide.filter((gap) => gap > GAPS.space).length;
  const isSpread = wide.length >= 2 && apart > wide.length * SPREAD_SHARE;
  const usual = isSpread ? medianOf(wide) : 0;
  let text = '';
  for (const [at, glyph] of glyphs.entries()) {
    if (at > 0) text += spaceBetween(text.at(-1) ?? '', glyph, (gaps[at - 1] as number) - usual);
    text += glyph.text;
  }
  return withNoteMarks(text, glyphs);
}

function isWidePair(one = '', other = ''): boolean {
  return WIDE.test(one) && WIDE.test(other);
}

function spaceBetween(before: string, { text, isSpaced }: Glyph, gap: number): string {
  if (isWidePair(before, text)) {
    if (gap > GAPS.wideSpace) return '　';
    return gap > GAPS.space && !STOP.test(before) && !STOP.test(text) ? ' ' : '';
  }
  if (WIDE.test(before) || WIDE.test(text)) return gap > GAPS.mixedSpace ? ' ' : '';
  return isSpaced || gap > GAPS.wordSpace ? ' ' : '';
}

/** A raised figure counts notes or squares a measure; at its height it would be another figure. */
function withNoteMarks(
  text: string,
  glyphs: readonly { readonly text: string; readonly isRaised: boolean }[],
): string {
  if (!glyphs.some(({ isRaised, text }) => isRaised && /[0-9]/u.test(text))) return text;
  let marked = '';
  let at = 0;
  for (const [number, glyph] of glyphs.entries()) {
    while (at < text.length && !text.startsWith(glyph.text, at)) marked += text[at++];
    at += glyph.text.length;
    const isFigure = (one?: { text: string; isRaised: boolean }) =>
      one?.isRaised === true && /[0-9]/u.test(one.text);
    if (!isFigure(glyph)) marked += glyph.text;
    else if (/[a-zA-Z]$/u.test(marked) && /[23]/u.test(glyph.text)) {
      marked += glyph.text === '2' ? '²' : '³';
    } else {
      marked += isFigure(glyphs[number - 1]) ? '' : '[';
      marked += glyph.text;
      marked += isFigure(glyphs[number + 1]) ? '' : ']';
    }
  }
  return marked + text.slice(at);
}
