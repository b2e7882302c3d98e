import type { Reading } from '../../corpus/readers/document.ts';

/** How a file was understood, as `--json` prints it. */
export function readingJson({ text, outline, pages, tables, leftOut, doubts }: Reading) {
  return {
    characters: [...text].length,
    outline: outline.map(({ place, headings }) => ({ place, heading: headings.at(-1) ?? '' })),
    ...{ pages: pages.length, tables, leftOut, doubts },
  };
}

export function readingLines(reading: Reading): string[] {
  const { text, outline, pages, tables, leftOut, doubts } = reading;
  const size = [
    `${[...text].length} 字`,
    `层级 ${outline.length} 处`,
    ...(pages.length > 0 ? [`${pages.length} 页`] : []),
    ...(tables > 0 ? [`表格 ${tables} 个`] : []),
  ];
  return [
    `读取情况：${size.join('，')}。`,
    ...doubts.map((doubt) => `请核对：${doubt}`),
    ...leftOut.map(({ what, why, count, sample }) => {
      const shown = sample === '' ? '' : `，如“${sample}”`;
      return `未收入：${what} ${count} 处（${why}）${shown}`;
    }),
  ];
}
