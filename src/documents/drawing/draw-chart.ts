import { createRequire } from 'node:module';
import type { EChartsOption } from 'echarts';

/** Pixels of the picture for one of its layout: sharp on a phone. */
const SCALE = 2;
const GROUND = '#fff';
const FONTS = ['Regular', 'Bold'];

/** What letters are set in: the font that is packaged, so that every machine draws alike. */
export const FONT_FAMILY = 'Noto Sans S Chinese';

export interface Drawing {
  readonly svg: string;
  readonly png: Uint8Array;
  /** Of the PNG, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture as the chart library takes it, with its size in the layout's pixels. */
export interface ChartLayout {
  readonly option: EChartsOption;
  readonly width: number;
  readonly height: number;
}

/** The drawing alone, where no picture of pixels is wanted; the same layout gives the same text. */
export async function drawSvg({ option, width, height }: ChartLayout): Promise<string> {
  const echarts = await import('echarts');
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return withoutCounters(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** The same layout gives the same bytes. */
export async function drawChart(layout: ChartLayout): Promise<Drawing> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const svg = await drawSvg(layout);
  const font = { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: FONT_FAMILY };
  // In a thread of its own: people wait for their answers in this one. On a ground of its own: what
  // is clear is read nowhere where the page, or the chat, is dark.
  const drawn = await renderAsync(svg, {
    ...{ fitTo: { mode: 'zoom', value: SCALE }, font },
    background: GROUND,
  });
  return { svg, png: drawn.asPng(), width: drawn.width, height: drawn.height };
}

/** The library numbers its drawings, and their classes with them, from its loading on. */
function withoutCounters(svg: string): string {
  return svg.replace(/zr\d+-/gu, 'zr-');
}

function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const main = resolve('@embedpdf/fonts-sc');
  return FONTS.map((weight) =>
    main.replace(/dist[\\/][^\\/]+$/u, `fonts/NotoSansHans-${weight}.otf`),
  );
}
