import type { Rule } from './layout.ts';
import { multiply } from './runs-of-page.ts';

/** What pdf.js tells of a page's drawing: the names of its operations, and each one in order. */
export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface Drawings {
  readonly rules: readonly Rule[];
  /** Words in white, or written without being drawn. */
  readonly pale: readonly string[];
  /** All words that the page writes, each as it is written in one go. */
  readonly written: readonly string[];
}

interface State {
  readonly matrix: readonly number[];
  readonly isWhite: boolean;
  readonly mode: number;
}

/** Thicker ones are boxes. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 6;
/** Ways to show text: 3 draws nothing, 7 only cuts out. */
const UNDRAWN = [3, 7];

/** The lines that a page draws, and the words that it writes without showing them. */
export function drawingsOfPage(
  operations: Operations,
  names: Readonly<Record<string, number>>,
  transform: readonly number[],
): Drawings {
  const rules: Rule[] = [];
  const pale: string[] = [];
  const written: string[] = [];
  const kept: State[] = [];
  let state: State = { matrix: transform, isWhite: false, mode: 0 };
  for (const [at, operation] of operations.fnArray.entries()) {
    const given = (operations.argsArray[at] ?? []) as unknown[];
    switch (operation) {
      case names.save:
      case names.paintFormXObjectBegin: {
        kept.push(state);
        const own = operation === names.save ? null : (given[0] as number[] | null);
        if (own !== null) state = { ...state, matrix: multiply(state.matrix, own) };
        break;
      }
      case names.restore:
      case names.paintFormXObjectEnd:
        state = kept.pop() ?? state;
        break;
      case names.transform:
        state = { ...state, matrix: multiply(state.matrix, given as number[]) };
        break;
      case names.setFillRGBColor:
        state = { ...state, isWhite: String(given[0]).toLowerCase() === '#ffffff' };
        break;
      case names.setTextRenderingMode:
        state = { ...state, mode: Number(given[0]) };
        break;
      case names.constructPath:
        rules.push(...rulesOf(given, names, state.matrix));
        break;
      case names.showText: {
        const words = wordsOf(given[0]).trim();
        if (words === '') break;
        written.push(words);
        if (state.isWhite || UNDRAWN.includes(state.mode)) pale.push(words);
      }
    }
  }
  return { rules, pale, written };
}

function wordsOf(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  return glyphs.map((glyph: { unicode?: string }) => glyph?.unicode ?? '').join('');
}

/** Straight lines of a path: strokes, the borders of boxes, and boxes as thin as a line. */
function rulesOf(
  given: readonly unknown[],
  names: Readonly<Record<string, number>>,
  matrix: readonly number[],
): Rule[] {
  const steps = (given[1] as [Float32Array | null] | undefined)?.[0];
  if (steps == null || given[0] === names.endPath) return [];
  const isFilled = [names.fill, names.eoFill].includes(given[0] as number);
  return pathsOf(steps, matrix).flatMap((points) => (isFilled ? thinBox(points) : edges(points)));
}

type Point = readonly [number, number];

/** The corners of each part of a path; parts with curves are left out. */
function pathsOf(steps: Float32Array, matrix: readonly number[]): Point[][] {
  const paths: Point[][] = [];
  let isCurved = false;
  const place = (x: number, y: number): Point => {
    const [, , , , e, f] = multiply(matrix, [1, 0, 0, 1, x, y]) as [
      ...[number, number, number, number, number, number],
    ];
    return [e, f];
  };
  for (let at = 0; at < steps.length; ) {
    const [step, x = 0, y = 0] = steps.subarray(at, at + 3);
    const last = paths.at(-1);
    if (step === 0) {
      if (isCurved) paths.pop();
      isCurved = false;
      paths.push([place(x, y)]);
      at += 3;
    } else if (step === 1) {
      last?.push(place(x, y));
      at += 3;
    } else if (step === 4) {
      if (last?.[0] !== undefined) last.push(last[0]);
      at += 1;
    } else {
      isCurved = true;
      at += step === 2 ? 7 : 5;
    }
  }
  if (isCurved) paths.pop();
  return paths;
}

function edges(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((point, at) => thinBox([points[at] as Point, point]));
}

function thinBox(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= THICKEST_RULE && width >= SHORTEST_RULE) {
    return [{ isLevel: true, at: (top + bottom) / 2, from: left, to: right }];
  }
  if (width <= THICKEST_RULE && height >= SHORTEST_RULE) {
    return [{ isLevel: false, at: (left + right) / 2, from: top, to: bottom }];
  }
  return [];
}
