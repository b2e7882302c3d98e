import type { Line, PageLines } from './layout.ts';

/** A line that belongs to its page and not to the text. */
export interface RunningHead {
  readonly what: '页眉' | '页脚' | '页码';
  readonly text: string;
}

export interface WithoutHeads {
  readonly pages: readonly PageLines[];
  readonly heads: readonly RunningHead[];
}

/** Share of the page's height at either end in which headers and footers stand. */
const EDGE = 0.15;
/** Lines of a header or footer at most. */
const MOST_ROWS = 4;
/** A header of one chapter recurs on few pages; the words of the text never do so often. */
const RECURS = 3;

/** Pages without what recurs at the same height, its figures aside, and without page numbers. */
export function takeRunningHeads(pages: readonly PageLines[]): WithoutHeads {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = [...edgeRows(page, 'top'), ...edgeRows(page, 'bottom')].map((row) => keyOf(row));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.min(RECURS, Math.ceil(pages.length / 2)));
  const recurs = (row: readonly Line[]) => {
    const { text, height } = spotOf(row);
    const near = [-1, 0, 1].map((step) => counts.get(`${height + step} ${text}`) ?? 0);
    return near.reduce((sum, one) => sum + one, 0) >= least;
  };
  const heads: RunningHead[] = [];
  const bare = pages.map((page) => {
    const taken = new Set<Line>();
    for (const edge of ['top', 'bottom'] as const) {
      for (const row of edgeRows(page, edge)) {
        const isNumber = isPageNumber(textOf(row));
        if (!recurs(row) && !(isNumber === 'surely')) break;
        const what = isNumber !== 'no' ? '页码' : edge === 'top' ? '页眉' : '页脚';
        heads.push({ what, text: textOf(row) });
        for (const line of row) taken.add(line);
      }
    }
    return { ...page, lines: page.lines.filter((line) => !taken.has(line)) };
  });
  return { pages: bare, heads };
}

/** The outermost rows at one end of a page, from the edge inwards; a table ends them. */
function edgeRows({ lines, tables, height }: PageLines, edge: 'top' | 'bottom'): Line[][] {
  const [from, to] = edge === 'top' ? [0, height * EDGE] : [height * (1 - EDGE), height];
  const isOutside = ({ y }: Line) =>
    tables.every(({ grid }) =>
      edge === 'top' ? y < (grid.rows[0] as number) : y > (grid.rows.at(-1) as number),
    );
  const rows: Line[][] = [];
  for (const line of lines) {
    if (line.y < from || line.y > to || !isOutside(line)) continue;
    const row = rows.at(-1);
    if (row !== undefined && Math.abs((row[0] as Line).y - line.y) < 3) row.push(line);
    else rows.push([line]);
  }
  return (edge === 'top' ? rows : rows.reverse()).slice(0, MOST_ROWS);
}

function keyOf(row: readonly Line[]): string {
  const { text, height } = spotOf(row);
  return `${height} ${text}`;
}

function spotOf(row: readonly Line[]): { text: string; height: number } {
  const text = textOf(row)
    .replace(/\s/gu, '')
    .replace(/[0-9０-９]+/gu, '#');
  return { text, height: Math.round((row[0] as Line).y / 4) };
}

function textOf(row: readonly Line[]): string {
  return row.map(({ text }) => text).join(' ');
}

const FIGURE = '(?:[0-9０-９]{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})';
const DASHES = '[-—–－―─~～·•.|]+';
const COUNTED = '第?[0-9０-９一二三四五六七八九十百]{1,5}页';
const SURE_NUMBER = new RegExp(
  `^(?:${DASHES}${FIGURE}${DASHES}|${COUNTED}[,，/／（(]*(?:共?[0-9０-９一二三四五六七八九十百]{1,5}页?)?[)）]*|共${COUNTED}[,，]?${COUNTED}|${FIGURE}[/／]${FIGURE}|page${FIGURE}(?:of${FIGURE})?)$`,
  'iu',
);
const LONE_FIGURE = new RegExp(`^${FIGURE}$`, 'u');

/** A figure alone may be anything; only where it recurs it counts pages. */
function isPageNumber(text: string): 'surely' | 'maybe' | 'no' {
  const bare = text.replace(/\s/gu, '');
  if (SURE_NUMBER.test(bare)) return 'surely';
  return LONE_FIGURE.test(bare) ? 'maybe' : 'no';
}
