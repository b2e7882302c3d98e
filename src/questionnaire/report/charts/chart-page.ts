import { INK } from '../../../documents/drawing/colours.ts';
import { cutToLines } from '../../../documents/drawing/cut-to-lines.ts';
import { type ChartLayout, FONT_FAMILY } from '../../../documents/drawing/draw-chart.ts';
import { Page } from '../../../documents/drawing/page.ts';
import { printable } from '../../../documents/printable.ts';
import { hatch, LABEL, WIDTH } from './chart-look.ts';

const LEFT = 4;
const MOST_LINES = 3;

/** A page of a report's picture, without margins and without a ground: the paper is its ground. */
export class ChartPage extends Page {
  constructor() {
    super(WIDTH, FONT_FAMILY);
    this.y = LEFT;
  }

  /** A label over the width, in as many lines as it needs. */
  label(text: string, width = WIDTH - 2 * LEFT): void {
    for (const line of cutToLines(printable(text), width, LABEL, MOST_LINES)) {
      this.text(line, LEFT, LABEL, INK);
      this.y += Math.round(LABEL * 1.4);
    }
  }

  hatched(x: number, y: number, width: number, height: number, colour: string): void {
    const shape = { x, y, width, height };
    const style = { fill: 'none', stroke: colour, lineWidth: 1.2 };
    this.elements.push({ type: 'rect', silent: true, shape, style });
    for (const line of hatch(shape, 7)) this.stroke(line, colour, 1);
  }

  stroke(
    shape: { x1: number; y1: number; x2: number; y2: number },
    stroke: string,
    lineWidth: number,
    more: object = {},
  ): void {
    this.elements.push({
      ...{ type: 'line', silent: true, shape },
      style: { stroke, lineWidth, ...more },
    });
  }

  circle(cx: number, cy: number, r: number, style: object): void {
    this.elements.push({ type: 'circle', silent: true, shape: { cx, cy, r }, style });
  }

  polygon(points: readonly (readonly [number, number])[], style: object): void {
    this.elements.push({ type: 'polygon', silent: true, shape: { points }, style });
  }

  layout(): ChartLayout {
    const option = {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { fontFamily: FONT_FAMILY },
      graphic: { elements: this.elements },
    };
    return { option: option as ChartLayout['option'], width: WIDTH, height: Math.ceil(this.y) };
  }
}
