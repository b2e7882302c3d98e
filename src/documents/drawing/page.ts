import { printable } from '../printable.ts';
import { INK } from './colours.ts';
import { cutToLines } from './cut-to-lines.ts';

/** Of the layout, in pixels. */
export const MARGIN = 24;

export const BOLD = { fontWeight: 'bold' };

/** A thing that is drawn, as the chart library takes it. */
export interface Element {
  readonly type: 'text' | 'rect' | 'polygon' | 'circle' | 'line';
  readonly [field: string]: unknown;
}

/** Lays out lines from the top down. */
export class Page {
  readonly elements: Element[] = [];
  readonly #inner: number;
  readonly #family: string;
  y = MARGIN;

  constructor(width: number, family: string) {
    this.#inner = width - 2 * MARGIN;
    this.#family = family;
  }

  text(text: string, x: number, size: number, fill: string, more: object = {}): void {
    const font = { fontSize: size, fontFamily: this.#family };
    const style = { text: printable(text), x, y: this.y, fill, ...font, ...more };
    this.elements.push({ type: 'text', silent: true, style });
  }

  line(text: string, size: number, fill: string): void {
    for (const one of cutToLines(printable(text), this.#inner, size, 2)) {
      this.text(one, MARGIN, size, fill);
      this.y += Math.round(size * 1.5);
    }
  }

  title(text: string): void {
    this.y += 12;
    for (const one of cutToLines(printable(text), this.#inner, 16, 2)) {
      this.text(one, MARGIN, 16, INK, BOLD);
      this.y += 24;
    }
    this.y += 4;
  }

  rect(x: number, y: number, width: number, height: number, fill: string, more = {}): void {
    const shape = { x, y, width, height, r: 2 };
    this.elements.push({ type: 'rect', silent: true, shape, style: { fill, ...more } });
  }

  space(height: number): void {
    this.y += height;
  }
}
