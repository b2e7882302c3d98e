import { INK, LINE, QUIET, RED } from '../../../documents/drawing/colours.ts';
import type { ChartData } from '../outline.ts';
import { FIGURE, WIDTH } from './chart-look.ts';
import { ChartPage } from './chart-page.ts';

const HEIGHT = 16;
const LEFT = 4;
/** Room for the figures at the right of a bar. */
const FIGURES = 130;
const LONGEST = WIDTH - LEFT - FIGURES;

/** Each label above its bar, so that a long one is whole on a phone too. */
export function barsPage({ bars }: Extract<ChartData, { kind: 'bars' }>): ChartPage {
  const page = new ChartPage();
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0);
  for (const { label, value, shown, isStrong } of bars) {
    page.label(label);
    const width = most === 0 ? 0 : ((value ?? 0) / most) * LONGEST;
    if (width > 0) {
      if (isStrong) page.rect(LEFT, page.y, width, HEIGHT, RED);
      else page.hatched(LEFT, page.y, width, HEIGHT, RED);
    } else {
      const end = { x1: LEFT, y1: page.y, x2: LEFT, y2: page.y + HEIGHT };
      page.stroke(end, value === null ? LINE : RED, 2);
    }
    page.text(shown, LEFT + width + 8, FIGURE, value === null ? QUIET : INK);
    page.space(HEIGHT + 12);
  }
  return page;
}
