import { type HeadingKind, readHeadingLine } from '../../text/headings.ts';
import { type MarkedHeading, outlineOf, type Section } from '../../text/outline.ts';

/** A clean line and the depth that the file gives it as a heading. */
export interface OutlineLine {
  readonly text: string;
  readonly depth: number | null;
}

/** From the outermost kind; see {@link readHeadingLine}. */
const RANKS: readonly HeadingKind[] = [
  ...(['part', 'chapter', 'section', 'article', 'ordinal', 'bracketed'] as const),
  ...(['decimal', 'bracketed-decimal', 'box'] as const),
];
/** Between two depths that a file gives there is room for all kinds. */
const ROOM = 10;
/** A paragraph as long as this is no heading, whatever a style says of it. */
const LONGEST_HEADING = 80;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly depth: number | null;
  readonly kind: HeadingKind;
}

/**
 * The outline of lines of which some are headings by their style and others by their number alone, as
 * where chapters have a style and articles have none. A kind of number that is marked somewhere has
 * that depth everywhere; any other comes below the marked kinds that are above it by rank.
 */
export function outlineOfLines(text: string, lines: readonly OutlineLine[]): Section[] {
  const found = headingsIn(lines);
  if (!found.some(({ depth }) => depth !== null)) return outlineOf(text);
  const depths = depthsByKind(found);
  const marked = found.map(({ start, end, depth, kind }): MarkedHeading => {
    if (depth === null) return { start, end, depth: depthOf(kind, depths) };
    // The outermost depth makes a first line the title, however long it is.
    const isTitle = start === 0 && depth === 1 && kind === 'marked';
    return { start, end, depth: isTitle ? 1 : depth * ROOM };
  });
  return outlineOf(text, marked);
}

function headingsIn(lines: readonly OutlineLine[]): Found[] {
  const found: Found[] = [];
  let start = 0;
  for (const line of lines) {
    const end = start + line.text.length;
    const numbered = readHeadingLine(line.text, undefined, found.at(-1)?.kind);
    const isMarked = line.depth !== null && (numbered !== null || isShort(line.text));
    const depth = isMarked ? line.depth : null;
    if (isMarked || (numbered !== null && start > 0)) {
      found.push({ start, end, depth, kind: numbered?.kind ?? 'marked' });
    }
    start = end + 1;
  }
  return found;
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。；]$/u.test(text);
}

/** The outermost depth at which a kind is marked. */
function depthsByKind(found: readonly Found[]): ReadonlyMap<HeadingKind, number> {
  const depths = new Map<HeadingKind, number>();
  for (const { kind, depth } of found) {
    if (depth !== null) depths.set(kind, Math.min(depth, depths.get(kind) ?? depth));
  }
  return depths;
}

function depthOf(kind: HeadingKind, depths: ReadonlyMap<HeadingKind, number>): number {
  const own = depths.get(kind);
  if (own !== undefined) return own * ROOM;
  const rank = RANKS.indexOf(kind) + 1;
  const above = RANKS.slice(0, rank - 1).flatMap((one) => depths.get(one) ?? []);
  if (above.length > 0) return Math.max(...above) * ROOM + rank;
  // Outside all numbers that are marked, and below headings without any.
  const unnumbered = depths.get('marked');
  if (unnumbered !== undefined) return unnumbered * ROOM + rank;
  return (Math.min(...depths.values()) - 1) * ROOM + rank;
}
