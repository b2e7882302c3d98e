import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart, drawSvg } from '../../../../src/documents/drawing/draw-chart.ts';
import { chartLayout } from '../../../../src/questionnaire/report/charts/chart-layout.ts';
import { hatch, shadeOf } from '../../../../src/questionnaire/report/charts/chart-look.ts';
import { overlap, placeLabels } from '../../../../src/questionnaire/report/charts/place-labels.ts';
import type { ChartData } from '../../../../src/questionnaire/report/outline.ts';
import { reportOutline } from '../../../../src/questionnaire/report/report-outline.ts';
import * as evaluation from '../evaluation-fixture.ts';
import * as needs from '../needs-fixture.ts';

/** Red, green, blue and how opaque: that of the upper left corner, whatever filter its row has. */
function firstPixel(png: Uint8Array): number[] {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const isData = bytes.toString('latin1', at + 4, at + 8) === 'IDAT';
    if (isData) data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  expect(bytes[25], 'colour with how opaque').toBe(6);
  return [...inflateSync(Buffer.concat(data)).subarray(1, 5)];
}

const charts = [needs, evaluation].flatMap(({ ANALYSIS, QUESTIONNAIRE, HEAD }) =>
  reportOutline(ANALYSIS, QUESTIONNAIRE, HEAD).blocks.flatMap((one) =>
    one.kind === 'chart' ? [one] : [],
  ),
);

describe('a chart', () => {
  it('of every kind is drawn', () => {
    expect(new Set(charts.map(({ chart }) => chart.kind))).toEqual(
      new Set(['shares', 'quadrants', 'bars', 'marks']),
    );
  });

  it.each(charts.map(({ caption, chart }) => [caption, chart] as const))(
    '%s lies within its picture and has ink on it',
    async (_, chart) => {
      const { svg, png, width, height } = await drawChart(chartLayout(chart));
      expect(png.length).toBeGreaterThan(2000);
      expect(width).toBe(1080);
      const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
      expect(new Set(pixels).size).toBeGreaterThan(10);
      for (const [, x, y] of svg.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\)/gu)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(540);
        expect(Number(y)).toBeLessThanOrEqual(height / 2);
      }
    },
  );

  it('stands on a ground of its own, so that it is read in the dark', async () => {
    const [first] = charts;
    if (first === undefined) throw new Error('no chart');
    const { png } = await drawChart(chartLayout(first.chart));
    expect(firstPixel(png)).toEqual([255, 255, 255, 255]);
  });

  it('draws what is equal, nothing at all, and a single thing', async () => {
    const point = {
      number: 1,
      label: '甲',
      importance: 5,
      competence: 5,
      quadrant: 'keep',
    } as const;
    const odd: ChartData[] = [
      { kind: 'bars', bars: [{ label: '零', value: 0, shown: '0人', isStrong: true }] },
      { kind: 'bars', bars: [] },
      { kind: 'shares', parts: ['甲'], rows: [{ label: '乙', shares: [null] }] },
      { kind: 'marks', names: ['前', '后'], rows: [{ label: '丙', before: 3, after: 3 }] },
      { kind: 'quadrants', points: [point, point], means: { importance: 5, competence: 5 } },
      {
        kind: 'quadrants',
        points: [{ ...point, importance: 1, competence: 1 }],
        means: { importance: 1, competence: 1 },
      },
    ];
    for (const chart of odd) {
      const svg = await drawSvg(chartLayout(chart));
      expect(svg).not.toMatch(/NaN|Infinity/u);
    }
  });

  it('takes words of any length', async () => {
    const label = `<b>&${'很长的选项'.repeat(30)}`;
    const svg = await drawSvg(
      chartLayout({ kind: 'bars', bars: [{ label, value: 1, shown: '1人', isStrong: true }] }),
    );
    expect(svg).toContain('&lt;b&gt;&amp;');
    expect(svg).toContain('…');
  });
});

describe('labels of a plot', () => {
  const area = { left: 0, top: 0, right: 470, bottom: 390 };

  it('lie over nothing, however crowded the points are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ x: fc.integer({ min: 10, max: 460 }), y: fc.integer({ min: 10, max: 380 }) }),
          {
            maxLength: 21,
          },
        ),
        (places) => {
          const points = places.map((place) => ({ ...place, width: 18, height: 18 }));
          const boxes = placeLabels(points, area, 7).filter((box) => box !== null);
          boxes.forEach((box, at) => {
            for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
            for (const { x, y } of points) {
              expect(overlap(box, { left: x, right: x, top: y, bottom: y })).toBe(false);
            }
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(470);
          });
        },
      ),
    );
  });

  it('all find a place where twenty-one points stand close together', () => {
    const points = Array.from({ length: 21 }, (_, at) => ({
      ...{ x: 200 + (at % 5) * 14, y: 150 + Math.floor(at / 5) * 14, width: 18, height: 18 },
    }));
    expect(placeLabels(points, area, 7)).not.toContain(null);
  });
});

describe('shades and hatches', () => {
  it('are told apart in grey', () => {
    for (const count of [2, 3, 4, 5]) {
      const greys = Array.from({ length: count }, (_, at) => greyOf(shadeOf(at, count).fill));
      greys.slice(1).forEach((grey, at) => {
        expect(grey - (greys[at] as number)).toBeGreaterThan(0.04);
      });
    }
  });

  it('let letters on them be read', () => {
    for (let at = 0; at < 5; at += 1) {
      const { fill, ink } = shadeOf(at, 5);
      const [one, other] = [greyOf(fill), greyOf(ink)].sort((a, b) => b - a) as [number, number];
      expect((one + 0.05) / (other + 0.05)).toBeGreaterThan(4.5);
    }
  });

  it('stay within what they fill', () => {
    const lines = hatch({ x: 10, y: 20, width: 30, height: 16 }, 7);
    expect(lines.length).toBeGreaterThan(4);
    for (const { x1, y1, x2, y2 } of lines) {
      for (const x of [x1, x2]) expect(x >= 10 && x <= 40).toBe(true);
      for (const y of [y1, y2]) expect(y >= 20 && y <= 36).toBe(true);
      expect(x2 - x1).toBeCloseTo(y1 - y2, 6);
    }
  });
});

/** Relative luminance (WCAG 2.2). */
function greyOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
