/** Layout, in pixels: read on a phone and set on paper alike. */
export const WIDTH = 540;
export const LABEL = 16;
export const FIGURE = 15;

/** Within open signs. */
export const GROUND = '#fffffd';

/** Of letters on a light ground, whatever the ground of the page is. */
const ON_LIGHT = '#1f1d1b';
const ON_DARK = '#fffffe';

/** From dark to light in even steps: told apart in grey, and by whoever sees no red. */
const SHADES = ['#6b0f14', '#b0433c', '#d99a83', '#efd3c2', '#f6ece2'] as const;

/** The shade of one of so many parts, with the colour of letters on it. */
export function shadeOf(at: number, count: number): { fill: string; ink: string; isDark: boolean } {
  const step = count <= 1 ? 0 : Math.round((at * (SHADES.length - 1)) / (count - 1));
  const isDark = step < 2;
  return { fill: SHADES[step] ?? SHADES[0], ink: isDark ? ON_DARK : ON_LIGHT, isDark };
}

/** Lines at 45 degrees within a rectangle, as pairs of ends. */
export function hatch(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  gap: number,
): { x1: number; y1: number; x2: number; y2: number }[] {
  const lines = [];
  for (let offset = gap - height; offset < width; offset += gap) {
    const from = Math.max(0, offset);
    const to = Math.min(width, offset + height);
    if (to <= from) continue;
    lines.push({
      ...{ x1: x + from, y1: y + height - (from - offset) },
      ...{ x2: x + to, y2: y + height - (to - offset) },
    });
  }
  return lines;
}
