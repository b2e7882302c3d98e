import { INK, QUIET } from '../../../documents/drawing/colours.ts';
import type { ChartData } from '../outline.ts';
import { HIDDEN } from '../report-words.ts';
import { FIGURE, hatch, shadeOf, WIDTH } from './chart-look.ts';
import { ChartPage } from './chart-page.ts';

const HEIGHT = 30;
const LEFT = 4;
const WHOLE = WIDTH - 2 * LEFT;
/** A share that leaves no room for its figure has it in the table alone. */
const LEAST_WITH_FIGURE = 0.085;
const MARKS = '①②③④⑤⑥⑦⑧⑨⑩';

type Shares = Extract<ChartData, { kind: 'shares' }>;

/** A row a question, each cut into its parts; parts have a number, a shade and every other a hatch. */
export function sharesPage({ parts, rows }: Shares): ChartPage {
  const page = new ChartPage();
  legend(page, parts);
  for (const { label, shares } of rows) {
    page.label(label);
    let x = LEFT;
    shares.forEach((share, at) => {
      if (share === null || share === 0) return;
      part(page, { x, width: share * WHOLE, at, of: parts.length, share });
      x += share * WHOLE;
    });
    rest(page, x, shares);
    page.space(HEIGHT + 14);
  }
  return page;
}

interface Part {
  readonly x: number;
  readonly width: number;
  readonly at: number;
  readonly of: number;
  readonly share: number;
}

function part(page: ChartPage, { x, width, at, of, share }: Part): void {
  const inner = Math.max(1, width - 2);
  block(page, x, inner, HEIGHT, at, of);
  if (share < LEAST_WITH_FIGURE) return;
  const { ink, fill } = shadeOf(at, of);
  const middle = x + inner / 2;
  const words = `${MARKS[at] ?? ''}${Math.round(share * 100)}%`;
  // On a ground of its own, so that no hatch runs through the figure.
  page.rect(middle - 27, page.y + 5, 54, HEIGHT - 10, fill);
  page.y += (HEIGHT - FIGURE) / 2 - 1;
  page.text(words, middle, FIGURE, ink, { align: 'center' });
  page.y -= (HEIGHT - FIGURE) / 2 - 1;
}

function block(
  page: ChartPage,
  x: number,
  width: number,
  height: number,
  at: number,
  of: number,
): void {
  const { fill, ink } = shadeOf(at, of);
  const shape = { x, y: page.y, width, height };
  const style = { fill, stroke: '#7a6a5f', lineWidth: 0.6 };
  page.elements.push({ type: 'rect', silent: true, shape, style });
  if (at % 2 === 1) for (const line of hatch(shape, 8)) page.stroke(line, ink, 0.7);
}

/** What is hidden, all together: how it falls into parts is told by nobody. */
function rest(page: ChartPage, x: number, shares: readonly (number | null)[]): void {
  const width = LEFT + WHOLE - x;
  if (!shares.includes(null) || width < 2) return;
  const shape = { x, y: page.y, width: width - 1, height: HEIGHT };
  const style = { fill: 'none', stroke: QUIET, lineWidth: 1, lineDash: [4, 3] };
  page.elements.push({ type: 'rect', silent: true, shape, style });
  if (width < 40) return;
  page.y += (HEIGHT - FIGURE) / 2 - 1;
  page.text(HIDDEN, x + width / 2, FIGURE, QUIET, { align: 'center' });
  page.y -= (HEIGHT - FIGURE) / 2 - 1;
}

function legend(page: ChartPage, parts: readonly string[]): void {
  let x = LEFT;
  parts.forEach((name, at) => {
    const words = `${MARKS[at] ?? ''}${name}`;
    const width = 28 + words.length * FIGURE + 14;
    if (x > LEFT && x + width > WIDTH) {
      x = LEFT;
      page.space(26);
    }
    block(page, x, 20, 16, at, parts.length);
    page.text(words, x + 28, FIGURE, INK);
    x += width;
  });
  page.space(34);
}
