import { INK, LINE, QUIET, RED } from '../../../documents/drawing/colours.ts';
import { BOLD } from '../../../documents/drawing/page.ts';
import { QUADRANT_NAMES, type Quadrant } from '../../analysis/analysis.ts';
import { PAIR_WORDS } from '../../questionnaire.ts';
import type { ChartData, QuadrantPoint } from '../outline.ts';
import { FIGURE, GROUND, WIDTH } from './chart-look.ts';
import { ChartPage } from './chart-page.ts';
import { type Box, placeLabels } from './place-labels.ts';

type Quadrants = Extract<ChartData, { kind: 'quadrants' }>;

const AREA: Box = { left: 58, top: 34, right: WIDTH - 12, bottom: 424 };
const RADIUS = 7;
/** With more points, numbers alone stand beside them. */
const MOST_WITH_NAMES = 6;
const LONGEST_NAME = 9;
/** A name stands at its point, or all points have numbers: lines to names would cross others. */
const NEAR = 13;
const MARGIN_OF_SCALE = 0.2;

/** Importance upwards, competence to the right, and the means of both as lines. */
export function quadrantsPage({ points, means }: Quadrants): ChartPage {
  const page = new ChartPage();
  const across = axisOf(points.map(({ competence }) => competence));
  const up = axisOf(points.map(({ importance }) => importance));
  const x = (mark: number) => scaled(mark, across, AREA.left, AREA.right);
  const y = (mark: number) => scaled(mark, up, AREA.bottom, AREA.top);
  frame(page, across, up, x, y);
  const center = { x: x(means.competence), y: y(means.importance) };
  const dash = { lineDash: [6, 4] };
  page.stroke({ x1: center.x, y1: AREA.top, x2: center.x, y2: AREA.bottom }, QUIET, 1.4, dash);
  page.stroke({ x1: AREA.left, y1: center.y, x2: AREA.right, y2: center.y }, QUIET, 1.4, dash);
  const corners = names(page);
  const drawn = points.map((point) => ({
    point,
    ...{ x: x(point.competence), y: y(point.importance) },
  }));
  labels(page, drawn, [...corners, ...meanLines(center)]);
  for (const { point, x, y } of drawn) mark(page, point.quadrant, x, y);
  page.y = AREA.bottom + 54;
  return page;
}

interface Axis {
  readonly from: number;
  readonly to: number;
}

/** The part of 1 to 5 in which the points lie, in halves. */
function axisOf(marks: readonly number[]): Axis {
  const from = Math.floor((Math.min(...marks) - MARGIN_OF_SCALE) * 2) / 2;
  const to = Math.ceil((Math.max(...marks) + MARGIN_OF_SCALE) * 2) / 2;
  return { from: Math.max(1, from), to: Math.min(5, to) };
}

function scaled(mark: number, { from, to }: Axis, start: number, end: number): number {
  return start + ((mark - from) / (to - from)) * (end - start);
}

function frame(
  page: ChartPage,
  across: Axis,
  up: Axis,
  x: (mark: number) => number,
  y: (mark: number) => number,
): void {
  const { left, top, right, bottom } = AREA;
  page.elements.push({
    ...{ type: 'rect', silent: true },
    shape: { x: left, y: top, width: right - left, height: bottom - top },
    style: { fill: 'none', stroke: QUIET, lineWidth: 1.2 },
  });
  for (let mark = across.from; mark <= across.to; mark += 0.5) {
    page.stroke({ x1: x(mark), y1: bottom, x2: x(mark), y2: top }, LINE, 0.8);
    page.y = bottom + 7;
    page.text(mark.toFixed(1), x(mark), FIGURE, QUIET, { align: 'center' });
  }
  for (let mark = up.from; mark <= up.to; mark += 0.5) {
    page.stroke({ x1: left, y1: y(mark), x2: right, y2: y(mark) }, LINE, 0.8);
    page.y = y(mark) - 8;
    page.text(mark.toFixed(1), left - 8, FIGURE, QUIET, { align: 'right' });
  }
  const { importance, competence } = PAIR_WORDS.need;
  page.y = 6;
  page.text(`↑ ${importance.name}`, left - 40, FIGURE, INK, BOLD);
  page.text('虚线为各项平均值', right, FIGURE, QUIET, { align: 'right' });
  page.y = bottom + 30;
  page.text(`${competence.name} →`, right, FIGURE, INK, { align: 'right', ...BOLD });
}

/** In its corner each quadrant has its name, with the sign of its points. */
function names(page: ChartPage): Box[] {
  const { left, top, right, bottom } = AREA;
  const corners: readonly (readonly [Quadrant, 'left' | 'right', number])[] = [
    ['focus', 'left', top + 8],
    ['keep', 'right', top + 8],
    ['later', 'left', bottom - 26],
    ['enough', 'right', bottom - 26],
  ];
  return corners.map(([quadrant, side, y]) => {
    const name = QUADRANT_NAMES[quadrant];
    const width = name.length * FIGURE;
    const start = side === 'left' ? left + 8 : right - 8 - width - 20;
    mark(page, quadrant, start + 8, y + 8);
    page.y = y;
    page.text(name, start + 20, FIGURE, INK, BOLD);
    return { left: start, top: y - 2, right: start + 20 + width, bottom: y + 20 };
  });
}

function meanLines({ x, y }: { x: number; y: number }): Box[] {
  return [
    { left: x, right: x, top: AREA.top, bottom: AREA.bottom },
    { left: AREA.left, right: AREA.right, top: y, bottom: y },
  ];
}

interface Drawn {
  readonly point: QuadrantPoint;
  readonly x: number;
  readonly y: number;
}

function labels(page: ChartPage, drawn: readonly Drawn[], taken: readonly Box[]): void {
  const numbers = drawn.map(({ point }) => String(point.number));
  const whole = drawn.map(({ point }) => `${point.number} ${shortened(point.label)}`);
  const named = drawn.length <= MOST_WITH_NAMES ? placed(drawn, whole, taken, NEAR) : [null];
  const [words, boxes] = named.includes(null)
    ? [numbers, placed(drawn, numbers, taken)]
    : [whole, named];
  boxes.forEach((box, at) => {
    const { x, y } = drawn[at] as Drawn;
    if (box === null) return;
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const end = {
      x: Math.min(Math.max(x, box.left), box.right),
      y: Math.min(Math.max(y, box.top), box.bottom),
    };
    if (Math.hypot(end.x - x, end.y - y) > 2 * RADIUS) {
      page.stroke({ x1: x, y1: y, x2: end.x, y2: end.y }, QUIET, 1);
    }
    page.y = middle.y - FIGURE / 2 - 1;
    page.text(words[at] ?? '', middle.x, FIGURE, INK, { align: 'center', ...BOLD });
  });
}

function placed(
  drawn: readonly Drawn[],
  words: readonly string[],
  taken: readonly Box[],
  farthest?: number,
) {
  const points = drawn.map(({ x, y }, at) => ({
    ...{ x, y, width: widthOf(words[at] ?? ''), height: FIGURE + 3 },
  }));
  return placeLabels(points, AREA, RADIUS, taken, farthest);
}

function widthOf(words: string): number {
  return [...words].reduce((sum, one) => sum + (one < '\u0100' ? 0.6 : 1) * FIGURE, 0);
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST_NAME
    ? label
    : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/** A shape a quadrant: a full triangle, a full square, an open triangle, an open square. */
function mark(page: ChartPage, quadrant: Quadrant, x: number, y: number): void {
  const isFull = quadrant === 'focus' || quadrant === 'keep';
  const colour = quadrant === 'focus' ? RED : INK;
  const style = { fill: isFull ? colour : GROUND, stroke: colour, lineWidth: 2 };
  const r = RADIUS - 1;
  if (quadrant === 'focus' || quadrant === 'later') {
    page.polygon(
      [
        [x, y - r - 1],
        [x + r + 1, y + r],
        [x - r - 1, y + r],
      ],
      style,
    );
  } else {
    page.polygon(
      [
        [x - r + 1, y - r + 1],
        [x + r - 1, y - r + 1],
        [x + r - 1, y + r - 1],
        [x - r + 1, y + r - 1],
      ],
      style,
    );
  }
}
