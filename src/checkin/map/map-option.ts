import type { EChartsOption } from 'echarts';
import { INK, LINE, PAPER, QUIET, RED } from '../../documents/drawing/colours.ts';
import { BOLD, MARGIN, Page } from '../../documents/drawing/page.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import { dayInWords } from '../study-date.ts';
import type { LearningMap, MapChapter } from './learning-map.ts';

/** Of the layout, in pixels. */
export const WIDTH = 540;
const INNER = WIDTH - 2 * MARGIN;
const MOST_CHAPTERS = 40;

/** From none to many; told apart in grey too. */
const HEAT = ['#ebe5da', '#e3b9a5', '#cd7f6b', '#9f1d20', '#4d0d10'];
const HEAT_FROM = [0, 1, 2, 3, 5];
const CELL = 18;

const NEWCOMER = '记一次学习后，这里会显示学过的部分和日子。';

/** The drawing as the chart library takes it, and its height. */
export function mapOption(
  map: LearningMap,
  family: string,
): { readonly option: EChartsOption; readonly height: number } {
  const page = new Page(WIDTH, family);
  header(page, map);
  const shown = map.chapters.slice(0, MOST_CHAPTERS);
  let material = '';
  for (const chapter of shown) {
    if (chapter.material !== material) page.title(`《${withoutTitleMarks(chapter.title)}》`);
    material = chapter.material;
    row(page, chapter);
  }
  const rest = map.chapters.length - shown.length;
  if (rest > 0) page.line(`其余 ${rest} 个部分没有画出。`, 14, QUIET);
  page.title('最近 26 周');
  const top = page.y + 22;
  page.space(22 + 7 * CELL + 12);
  legend(page);
  page.line('只有本人能看到。不计分，不排名。', 13, QUIET);
  page.space(MARGIN - 8);
  const option = {
    animation: false,
    backgroundColor: PAPER,
    textStyle: { fontFamily: family },
    graphic: { elements: page.elements },
    ...calendar(map, top, family),
  };
  return { option: option as EChartsOption, height: page.y };
}

function header(page: Page, map: LearningMap): void {
  page.rect(0, 0, WIDTH, 6, RED);
  page.text('我的学习地图', MARGIN, 24, INK, BOLD);
  page.y += 8;
  page.text(dayInWords(map.today), WIDTH - MARGIN, 14, QUIET, { align: 'right' });
  page.y += 32;
  const isNew =
    map.chapters.every(({ entries, recalled, due }) => entries + recalled + due === 0) &&
    map.days.every(({ entries }) => entries === 0);
  const due = map.due === 0 ? '没有到期要复习的题' : `${map.due} 道题该复习了`;
  page.line(isNew ? NEWCOMER : `本月学了 ${map.entriesThisMonth} 次，${due}。`, 16, INK);
}

function row(page: Page, chapter: MapChapter): void {
  const { place, heading, entries, questions, recalled, due } = chapter;
  const mark = /^[一二三四五六七八九十]+$/u.test(place) ? '、' : ' ';
  const isTouched = entries + recalled + due > 0;
  page.line(`${place}${mark}${heading}`, 15, isTouched ? INK : QUIET);
  const told = [
    entries === 0 ? '还没有学习记录' : `学过 ${entries} 次`,
    ...(questions === 0 ? [] : [`记住 ${recalled}/${questions} 题`]),
    ...(due === 0 ? [] : [`${due} 题该复习`]),
  ];
  page.text(told.join('　'), MARGIN, 13, QUIET);
  page.space(22);
  page.rect(MARGIN, page.y, INNER, 5, LINE);
  if (questions > 0 && recalled > 0) {
    page.rect(MARGIN, page.y, Math.max(5, (INNER * recalled) / questions), 5, RED);
  }
  page.space(15);
}

function legend(page: Page): void {
  const labels = HEAT_FROM.map((from, at) => {
    const next = HEAT_FROM[at + 1];
    if (next === undefined) return `${from} 次以上`;
    return next === from + 1 ? `${from} 次` : `${from}–${next - 1} 次`;
  });
  labels.forEach((label, at) => {
    const x = MARGIN + at * 92;
    page.rect(x, page.y, 14, 14, HEAT[at] as string);
    page.text(label, x + 20, 13, QUIET);
  });
  page.space(26);
}

function calendar({ days }: LearningMap, top: number, family: string): object {
  const label = { color: QUIET, fontSize: 13, fontFamily: family };
  return {
    visualMap: {
      show: false,
      type: 'piecewise',
      pieces: HEAT_FROM.map((from, at) => {
        const next = HEAT_FROM[at + 1];
        return { gte: from, ...(next === undefined ? {} : { lt: next }), color: HEAT[at] };
      }),
    },
    calendar: {
      ...{ top, left: MARGIN + 22, cellSize: [CELL, CELL], orient: 'horizontal' },
      range: [days[0]?.date, days.at(-1)?.date],
      itemStyle: { borderWidth: 2, borderColor: PAPER, color: PAPER },
      splitLine: { show: false },
      yearLabel: { show: false },
      monthLabel: {
        ...label,
        nameMap: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
      },
      dayLabel: { ...label, firstDay: 1, nameMap: ['', '一', '', '三', '', '五', ''] },
    },
    series: {
      type: 'heatmap',
      coordinateSystem: 'calendar',
      data: days.map(({ date, entries }) => [date, entries]),
      itemStyle: { borderWidth: 2, borderColor: PAPER },
    },
  };
}
