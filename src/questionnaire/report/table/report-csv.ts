import { csvTable } from '../../../documents/csv-table.ts';
import { printable } from '../../../documents/printable.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Questionnaire } from '../../questionnaire.ts';
import { limitSentences } from '../sections/limits.ts';
import { type Figure, figuresOf } from './figures.ts';

const HEADER = [
  ...['部分', '题号', '题目编号', '题目', '题型或分组', '指标或选项'],
  ...['人数', '比例', '数值', '说明'],
];
const NOT_SHOWN = '不列出';
const PLACES = 4;

/** The figures of a report in long form, a figure a row. */
export function reportCsv(analysis: Analysis, questionnaire: Questionnaire): string {
  const limits = limitSentences(analysis, questionnaire.kind);
  const figures = figuresOf({ ...analysis, limits }, questionnaire);
  return csvTable([HEADER, ...figures.map(rowOf)]);
}

function rowOf({ part, number, item, text, group, name, ...told }: Figure): (string | number)[] {
  return [
    ...[part, number, item, text, group, name].map(printable),
    ...[told.count, told.share, told.value].map(shown),
    printable(told.words ?? ''),
  ];
}

function shown(figure: number | null | undefined): string | number {
  if (figure === undefined) return '';
  return figure === null ? NOT_SHOWN : Number(figure.toFixed(PLACES));
}
