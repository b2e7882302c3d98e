import { findGrids } from './find-grids.ts';
import type { DrawnPage, Glyph, Grid, GridWords, Line, PageLines, Run } from './layout.ts';
import { textOfRuns } from './line-text.ts';

/** Runs whose baselines are nearer than this share of their size stand on one line. */
const SAME_LINE = 0.4;
/** A mark of a note is raised farther. */
const RAISED = 0.55;
/** A gap of more than so many characters may part columns, where a stop at the edge has shrunk it. */
const WIDE_GAP = 0.6;

/** The words of a page as lines, those in tables as rows of cells. */
export function linesOfPage(page: DrawnPage): PageLines {
  const { number, width, height } = page;
  let runs = page.runs;
  const tables: GridWords[] = [];
  for (const grid of findGrids(page.rules)) {
    const rows = rowsOf(grid, runs);
    if (rows.some((row) => row.includes('\t'))) {
      tables.push({ grid, rows });
      runs = runs.flatMap((run) => part(run, (glyph) => !isInside(grid, glyph, run)));
    }
  }
  return { number, width, height, lines: linesOf(runs), tables };
}

/** Words of cells that are one stand in the first of them, as they are read. */
function rowsOf(grid: Grid, runs: readonly Run[]): string[] {
  const cells = new Map<string, Run[]>();
  for (const run of runs) {
    const row = bandOf(grid.rows, middleOf(run));
    const columns = new Set(run.glyphs.map((glyph) => bandOf(grid.columns, centreOf(glyph))));
    for (const column of columns) {
      const own = part(run, (glyph) => bandOf(grid.columns, centreOf(glyph)) === column);
      const key = firstOf(grid, row, column);
      cells.set(key, [...(cells.get(key) ?? []), ...own]);
    }
  }
  return grid.rows
    .slice(1)
    .map((_, row) =>
      grid.columns
        .slice(1)
        .map((_, column) => joinCell(linesOf(cells.get(`${row} ${column}`) ?? [])))
        .join('\t')
        .trim(),
    )
    .filter((text) => text !== '');
}

/** -1 before the first border; the last band has no end. */
function bandOf(borders: readonly number[], at: number): number {
  return borders.findLastIndex((border) => border <= at);
}

/** Goes left and up from a cell until a line is in the way. */
function firstOf({ rows, columns, rules }: Grid, row: number, column: number): string {
  const middle = (borders: readonly number[], band: number) =>
    ((borders[band] ?? 0) + (borders[band + 1] ?? 0)) / 2;
  const isDrawn = (isLevel: boolean, at: number, across: number) =>
    rules.some(
      (rule) =>
        rule.isLevel === isLevel &&
        Math.abs(rule.at - at) <= 3 &&
        rule.from <= across &&
        rule.to >= across,
    );
  let [first, top] = [column, row];
  while (first > 0 && !isDrawn(false, columns[first] as number, middle(rows, row))) first--;
  while (top > 0 && !isDrawn(true, rows[top] as number, middle(columns, first))) top--;
  return `${top} ${first}`;
}

/** Words of a cell go on from line to line. */
function joinCell(lines: readonly Line[]): string {
  return lines.reduce(
    (text, line) =>
      /[a-zA-Z0-9]$/u.test(text) && /^[a-zA-Z]/u.test(line.text)
        ? `${text} ${line.text}`
        : text + line.text,
    '',
  );
}

function isInside({ columns, rows }: Grid, glyph: Glyph, run: Run): boolean {
  const [x, y] = [centreOf(glyph), middleOf(run)];
  const [left, right] = [columns[0] as number, columns.at(-1) as number];
  return x >= left && x < right && y > (rows[0] as number) && y < (rows.at(-1) as number);
}

function middleOf({ y, size }: Run): number {
  return y - size * 0.35;
}

function centreOf({ x, end }: Glyph): number {
  return (x + end) / 2;
}

function part(run: Run, isWanted: (glyph: Glyph) => boolean): Run[] {
  const glyphs = run.glyphs.filter(isWanted);
  return glyphs.length === 0 ? [] : [{ ...run, glyphs }];
}

/** From top to bottom, and from left to right where they share a baseline. */
export function linesOf(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((one, other) => one.y - other.y);
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  // The largest letters first: a raised figure joins the line that it belongs to.
  for (const run of sorted.sort((one, other) => other.size - one.size)) {
    const row = rows.find((one) => {
      const reach = run.size < 0.75 * one.size ? RAISED : SAME_LINE;
      return Math.abs(one.y - run.y) < reach * one.size;
    });
    if (row === undefined) rows.push({ y: run.y, size: run.size, runs: [run] });
    else row.runs.push(run);
  }
  return rows
    .sort((one, other) => one.y - other.y)
    .flatMap((row) => splitAtGaps(row.runs).map(lineOf));
}

function splitAtGaps(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of [...runs].sort((one, other) => startOf(one) - startOf(other))) {
    const isApart = startOf(run) - end > WIDE_GAP * run.size;
    if (isApart) parts.push([run]);
    else (parts.at(-1) as Run[]).push(run);
    end = Math.max(end, endOf(run));
  }
  return parts;
}

/** One line of runs that share a baseline. */
export function lineOf(runs: readonly Run[]): Line {
  const weights = new Map<number, number>();
  for (const { size, glyphs } of runs) weights.set(size, (weights.get(size) ?? 0) + glyphs.length);
  const size = ([...weights].sort(([, one], [, other]) => other - one)[0] as [number, number])[0];
  const y = (runs.find((run) => run.size === size) as Run).y;
  return {
    text: textOfRuns(runs, size, y),
    x: Math.min(...runs.map(startOf)),
    end: Math.max(...runs.map(endOf)),
    ...{ y, size, runs },
  };
}

function startOf({ glyphs }: Run): number {
  return (glyphs[0] as Glyph).x;
}

function endOf({ glyphs }: Run): number {
  return (glyphs.at(-1) as Glyph).end;
}
