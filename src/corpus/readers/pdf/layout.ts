/** Words as they stand on a page; in points from its upper left corner, `y` being the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** The file, or a small gap before it, parts it from the glyph before. */
  readonly isSpaced: boolean;
}

/** Glyphs of one size that were written in one go. */
export interface Run {
  readonly glyphs: readonly Glyph[];
  readonly y: number;
  readonly size: number;
}

/** What stands on one baseline without a gap that could part columns. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly runs: readonly Run[];
}

/** A line drawn on the page; for a level one `at` is its height. */
export interface Rule {
  readonly isLevel: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Grid {
  /** Where its columns are parted, from left to right, the two borders included. */
  readonly columns: readonly number[];
  /** From top to bottom. */
  readonly rows: readonly number[];
}

export interface GridWords {
  readonly grid: Grid;
  /** A row a line, cells parted by tabs; rows without words are left out. */
  readonly rows: readonly string[];
}

/** A page whose words are in lines; headers and footers are still among them. */
export interface PageLines {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly tables: readonly GridWords[];
}

/** A page as the file draws it. */
export interface DrawnPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  /** Words at an angle, or from top to bottom. */
  readonly turned: readonly string[];
  /** Words beyond the edges of the page, or too small to be read. */
  readonly unseen: readonly string[];
  /** Words drawn in white, or not drawn at all; they are in `runs` too. */
  readonly pale: readonly string[];
}

/** The value that half of them do not reach; 0 where there are none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The size of most of the words. */
export function usualSize(lines: readonly { text: string; size: number }[]): number {
  const weights = new Map<number, number>();
  for (const { text, size } of lines) weights.set(size, (weights.get(size) ?? 0) + text.length);
  return [...weights].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}
