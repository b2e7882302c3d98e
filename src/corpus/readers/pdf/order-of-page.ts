import type { GridWords, Line, PageLines } from './layout.ts';
import { lineOf } from './lines-of-page.ts';

/** A line or a table where a reader comes to it, with the edges of the column that it stands in. */
export interface Piece extends Line {
  readonly page: number;
  readonly kind: 'line' | 'table';
  /** Null for what stands across the page: its edges are those of the whole document. */
  readonly column: { readonly left: number; readonly right: number } | null;
}

/** A column of prose has at least so many lines, so many characters across, and fills so many of them. */
const COLUMN = { lines: 4, characters: 8, filled: 0.5 } as const;
/** Rows of cells that no rules draw are a table from so many on. */
const FEWEST_ROWS = 3;
/** Cells are farther apart than so many characters. */
const CELL_GAP = 1.25;

type Block = Omit<Piece, 'column' | 'page'>;

/** What stands on a page in reading order: across the page from above, columns one after another. */
export function orderOfPage({ number, lines, tables }: PageLines): Piece[] {
  const blocks: Block[] = [
    ...lines.map((line) => ({ ...line, kind: 'line' as const })),
    ...tables.map((table) => tableBlock(table)),
  ].sort((one, other) => one.y - other.y || one.x - other.x);
  return inOrder(blocks, null).map((piece) => ({ ...piece, page: number }));
}

function tableBlock({ grid, rows }: GridWords): Block {
  return {
    kind: 'table',
    text: rows.join('\n'),
    x: grid.columns[0] as number,
    end: grid.columns.at(-1) as number,
    y: grid.rows[0] as number,
    ...{ size: 0, runs: [] },
  };
}

function inOrder(blocks: readonly Block[], column: Piece['column']): Omit<Piece, 'page'>[] {
  const gutter = findGutter(blocks);
  if (gutter === null) return joinRows(blocks).map((block) => ({ ...block, column }));
  const { at, top, bottom } = gutter;
  const inside = blocks.filter(({ y }) => y > top && y < bottom);
  const left = inside.filter(({ x }) => x < at);
  const right = inside.filter(({ x }) => x >= at);
  return [
    ...inOrder(
      blocks.filter(({ y }) => y <= top),
      column,
    ),
    ...inOrder(left, edgesOf(left)),
    ...inOrder(right, edgesOf(right)),
    ...inOrder(
      blocks.filter(({ y }) => y >= bottom),
      column,
    ),
  ];
}

function edgesOf(blocks: readonly Block[]): { left: number; right: number } {
  return {
    left: Math.min(...blocks.map(({ x }) => x)),
    right: Math.max(...blocks.map(({ end }) => end)),
  };
}

interface Gutter {
  readonly at: number;
  /** What lies above and below it goes across. */
  readonly top: number;
  readonly bottom: number;
}

/** The empty strip that parts the most lines of prose into two columns. */
function findGutter(blocks: readonly Block[]): Gutter | null {
  if (blocks.length < 2 * COLUMN.lines) return null;
  const starts = new Set(blocks.map(({ x }) => Math.floor(x) - 1));
  let best: { gutter: Gutter; lines: number } | null = null;
  for (const at of starts) {
    const across = blocks.filter(({ x, end }) => x < at - 2 && end > at + 2).map(({ y }) => y);
    const bounds = [Number.NEGATIVE_INFINITY, ...across, Number.POSITIVE_INFINITY];
    for (const [number, top] of bounds.slice(0, -1).entries()) {
      const bottom = bounds[number + 1] as number;
      const inside = blocks.filter(({ y }) => y > top && y < bottom);
      if (inside.length <= (best?.lines ?? 2 * COLUMN.lines - 1)) continue;
      const isProse = [inside.filter(({ x }) => x < at), inside.filter(({ x }) => x >= at)].every(
        isColumn,
      );
      if (isProse) best = { gutter: { at, top, bottom }, lines: inside.length };
    }
  }
  return best === null ? null : best.gutter;
}

/** Cells are short and begin anew with each row; prose fills most of its lines. */
function isColumn(blocks: readonly Block[]): boolean {
  const lines = rowsOf(blocks.filter(({ kind }) => kind === 'line'));
  if (lines.length < COLUMN.lines) return false;
  const { left, right } = edgesOf(lines.flat());
  const filled = lines.map(edgesOf).filter((row) => row.right - row.left >= 0.8 * (right - left));
  const size = Math.max(...blocks.map((block) => block.size));
  return right - left >= COLUMN.characters * size && filled.length >= COLUMN.filled * lines.length;
}

/** What shares a baseline, from left to right; a table is a row of its own. */
function rowsOf(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSameRow =
      first?.kind === 'line' &&
      block.kind === 'line' &&
      Math.abs(first.y - block.y) < 0.4 * block.size;
    if (isSameRow) (row as Block[]).push(block);
    else rows.push([block]);
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x));
}

/** What shares a baseline is one line, or the cells of a row where rows of them agree. */
function joinRows(blocks: readonly Block[]): Block[] {
  const rows = rowsOf(blocks).map(joinNear);
  const joined: Block[] = [];
  for (let at = 0; at < rows.length; ) {
    let next = at;
    while ((rows[next]?.length ?? 0) > 1) next++;
    const together = rows.slice(at, Math.max(next, at + 1));
    const cells = together.length >= FEWEST_ROWS ? cellsOf(together) : null;
    if (cells !== null) joined.push(cells);
    else joined.push(...together.map((row) => oneLine(row)));
    at += together.length;
  }
  return joined;
}

/** The parts of a row that are too near to one another for cells. */
function joinNear(row: readonly Block[]): Block[] {
  const parts: Block[][] = [];
  for (const block of row) {
    const last = parts.at(-1)?.at(-1);
    const isNear = last !== undefined && block.x - last.end <= CELL_GAP * block.size;
    if (isNear) (parts.at(-1) as Block[]).push(block);
    else parts.push([block]);
  }
  return parts.map(oneLine);
}

function oneLine(row: readonly Block[]): Block {
  if (row.length === 1) return row[0] as Block;
  return { ...lineOf(row.flatMap(({ runs }) => runs)), kind: 'line' };
}

/** Null where the pieces of the rows do not stand one below the other. */
function cellsOf(rows: readonly (readonly Block[])[]): Block | null {
  const strips: { x: number; end: number }[] = [];
  for (const { x, end } of rows.flat().sort((one, other) => one.x - other.x)) {
    const last = strips.at(-1);
    if (last !== undefined && x < last.end) last.end = Math.max(last.end, end);
    else strips.push({ x, end });
  }
  const texts = rows.map((row) =>
    strips.map((strip) => row.filter(({ x }) => x >= strip.x && x < strip.end)),
  );
  const isTable = strips.length >= 2 && texts.every((row) => row.every((cell) => cell.length <= 1));
  if (!isTable) return null;
  const words = texts.map((row) =>
    row
      .map(([cell]) => cell?.text ?? '')
      .join('\t')
      .trim(),
  );
  const { left, right } = edgesOf(rows.flat());
  const { y } = (rows[0] as Block[])[0] as Block;
  return { kind: 'table', text: words.join('\n'), x: left, end: right, y, size: 0, runs: [] };
}
