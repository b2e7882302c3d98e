import { createRequire } from 'node:module';
import type { LearningMap } from './learning-map.ts';
import { mapOption, WIDTH } from './map-option.ts';

/** Pixels of the picture for one of its layout: sharp on a phone. */
const SCALE = 2;
const FONTS = ['Regular', 'Bold'];
const FAMILY = 'Noto Sans S Chinese';

export interface DrawnMap {
  readonly svg: string;
  readonly png: Uint8Array;
  /** Of the PNG, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws a learning map; the same map gives the same bytes. */
export async function drawLearningMap(map: LearningMap): Promise<DrawnMap> {
  const [echarts, { renderAsync }] = await Promise.all([
    import('echarts'),
    import('@resvg/resvg-js'),
  ]);
  const { option, height } = mapOption(map, FAMILY);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption(option);
    const svg = withoutCounters(chart.renderToSVGString());
    const font = { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: FAMILY };
    // In a thread of its own: people wait for their answers in this one.
    const drawn = await renderAsync(svg, { fitTo: { mode: 'zoom', value: SCALE }, font });
    return { svg, png: drawn.asPng(), width: drawn.width, height: drawn.height };
  } finally {
    chart.dispose();
  }
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
