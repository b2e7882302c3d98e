import type { EChartsOption } from 'echarts';
import { INK, LINE, PAPER, QUIET, RED } from '../documents/drawing/colours.ts';
import { type Drawing, drawChart, FONT_FAMILY } from '../documents/drawing/draw-chart.ts';
import { MARGIN, Page } from '../documents/drawing/page.ts';
import { FEWEST } from '../few.ts';
import type { Insight } from './insight.ts';

/** Of the layout, in pixels: as wide as a phone, so that its letters can be read there. */
const WIDTH = 400;
const PLOT = 190;
/** Of a day whose number is not told: as high as nothing else. */
const PALE = '#d9b3a6';
const PALE_HEIGHT = 0.03;
const MOST_LABELS = 4;

/** Draws how many questions were asked on each day; the same totals give the same bytes. */
export function drawDays(insight: Pick<Insight, 'days' | 'span'>): Promise<Drawing> {
  return drawChart({ ...daysOption(insight), width: WIDTH });
}

/** The drawing as the chart library takes it, and its height. */
export function daysOption({ days, span }: Pick<Insight, 'days' | 'span'>): {
  readonly option: EChartsOption;
  readonly height: number;
} {
  const page = new Page(WIDTH, FONT_FAMILY);
  page.rect(0, 0, WIDTH, 6, RED);
  page.title(`每日提问次数（近 ${span} 天）`);
  const top = page.y + 8;
  page.space(8 + PLOT + 34);
  const isUntold = days.some(({ asked }) => typeof asked !== 'number');
  if (isUntold) {
    page.rect(MARGIN, page.y + 2, 14, 14, PALE);
    page.text(`浅色：不足 ${FEWEST} 次或者不单独列示，高低相同`, MARGIN + 20, 13, QUIET);
    page.space(26);
  }
  page.space(MARGIN - 8);
  const most = Math.max(
    FEWEST,
    ...days.map(({ asked }) => (typeof asked === 'number' ? asked : 0)),
  );
  const label = { color: QUIET, fontSize: 13, fontFamily: FONT_FAMILY };
  const every = Math.ceil(days.length / MOST_LABELS);
  const option = {
    animation: false,
    backgroundColor: PAPER,
    textStyle: { fontFamily: FONT_FAMILY },
    graphic: { elements: page.elements },
    grid: { top, left: MARGIN + 34, right: MARGIN + 20, height: PLOT },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK } },
      axisLabel: {
        ...label,
        // Counted from today back, so that today has its label.
        interval: (at: number) => (days.length - 1 - at) % every === 0,
      },
    },
    yAxis: {
      ...{ type: 'value', minInterval: 1, splitNumber: 4 },
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: label,
    },
    series: {
      type: 'bar',
      barCategoryGap: '25%',
      barMinHeight: 2,
      data: days.map(({ asked }) =>
        typeof asked === 'number'
          ? { value: asked === 0 ? null : asked, itemStyle: { color: RED } }
          : { value: most * PALE_HEIGHT, itemStyle: { color: PALE } },
      ),
    },
  };
  return { option: option as EChartsOption, height: page.y };
}
