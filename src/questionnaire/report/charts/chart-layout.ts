import type { ChartLayout } from '../../../documents/drawing/draw-chart.ts';
import type { ChartData } from '../outline.ts';
import { barsPage } from './bars.ts';
import { marksPage } from './marks.ts';
import { quadrantsPage } from './quadrants.ts';
import { sharesPage } from './shares.ts';

/** A chart of a report as the chart library takes it. */
export function chartLayout(chart: ChartData): ChartLayout {
  switch (chart.kind) {
    case 'bars':
      return barsPage(chart).layout();
    case 'shares':
      return sharesPage(chart).layout();
    case 'marks':
      return marksPage(chart).layout();
    case 'quadrants':
      return quadrantsPage(chart).layout();
    default:
      return chart satisfies never;
  }
}
