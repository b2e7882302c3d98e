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

function rowsOf({ columns, rows }: Grid, runs: readonly Run[]): string[] {
  const texts: string[] = [];
  for (const [row, top] of rows.slice(0, -1).entries()) {
    const inRow = runs.filter(
      (run) => middleOf(run) > top && middleOf(run) < (rows[row + 1] as number),
    );
    const cells = columns.slice(0, -1).map((left, column) => {
      const right = columns[column + 1] as number;
      const inCell = (glyph: Glyph) => centreOf(glyph) >= left && centreOf(glyph) < right;
      return joinCell(linesOf(inRow.flatMap((run) => part(run, inCell))));
    });
    const text = cells.join('\t').trim();
    if (text !== '') texts.push(text);
  }
  return texts;
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
