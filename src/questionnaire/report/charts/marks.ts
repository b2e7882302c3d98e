import { INK, LINE, QUIET, RED } from '../../../documents/drawing/colours.ts';
import { SCALE } from '../../questionnaire.ts';
import type { ChartData } from '../outline.ts';
import { score } from '../report-words.ts';
import { FIGURE, GROUND, WIDTH } from './chart-look.ts';
import { ChartPage } from './chart-page.ts';

const LEFT = 30;
const LENGTH = WIDTH - 2 * LEFT;
const [LOW, HIGH] = [SCALE[0], SCALE.at(-1) as number];
const RADIUS = 7;
/** Between two marks that have no room for their figures at their sides. */
const CLOSE = 12;

type Marks = Extract<ChartData, { kind: 'marks' }>;

/** An open ring for before and a full one for after, on a line from 1 to 5. */
export function marksPage({ names, rows }: Marks): ChartPage {
  const page = new ChartPage();
  legend(page, names);
  for (const { label, before, after } of rows) {
    page.label(label);
    const y = page.y + 12;
    for (const mark of SCALE) {
      page.stroke({ x1: xOf(mark), y1: y - 5, x2: xOf(mark), y2: y + 5 }, LINE, 1.5);
    }
    page.stroke({ x1: LEFT, y1: y, x2: LEFT + LENGTH, y2: y }, LINE, 1.5);
    page.stroke({ x1: xOf(before), y1: y, x2: xOf(after), y2: y }, RED, 4);
    figures(page, before, after, y);
    ring(page, xOf(before), y, false);
    ring(page, xOf(after), y, true);
    page.space(34);
  }
  axis(page);
  return page;
}

function figures(page: ChartPage, before: number, after: number, y: number): void {
  const [low, high] = before <= after ? [before, after] : [after, before];
  page.y = y - 8;
  const isClose = xOf(high) - xOf(low) < CLOSE;
  const ends = isClose ? [xOf(low) - CLOSE, xOf(high) + CLOSE] : [xOf(low) - 11, xOf(high) + 11];
  page.text(score(low), ends[0] as number, FIGURE, INK, { align: 'right' });
  page.text(score(high), ends[1] as number, FIGURE, INK);
  page.y = y - 12;
}

function ring(page: ChartPage, x: number, y: number, isFull: boolean): void {
  const fill = isFull ? RED : GROUND;
  page.circle(x, y, RADIUS, { fill, stroke: RED, lineWidth: 2.5 });
}

function axis(page: ChartPage): void {
  for (const mark of SCALE) {
    page.text(String(mark), xOf(mark), FIGURE, QUIET, { align: 'center' });
  }
  page.space(22);
}

function legend(page: ChartPage, [before, after]: Marks['names']): void {
  page.space(2);
  let x = 12;
  for (const [name, isFull] of [
    [before, false],
    [after, true],
  ] as const) {
    ring(page, x, page.y + 8, isFull);
    page.text(name, x + 14, FIGURE, INK);
    x += 14 + name.length * FIGURE + 32;
  }
  page.space(32);
}

function xOf(mark: number): number {
  return LEFT + ((mark - LOW) / (HIGH - LOW)) * LENGTH;
}
