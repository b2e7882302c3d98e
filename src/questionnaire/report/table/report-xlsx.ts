import type { Workbook } from 'exceljs';
import { printable } from '../../../documents/printable.ts';
import {
  addRow,
  BOLD,
  BOXED,
  type ColumnFormat,
  headRow,
  sheetOf,
  type Value,
} from '../../../documents/sheet.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { type Analysis, adviceFor } from '../../analysis/analysis.ts';
import { PAIR_WORDS, type Questionnaire } from '../../questionnaire.ts';
import { FEWEST } from '../../survey.ts';
import type { ReportHead } from '../report-head.ts';
import { HIDDEN_NOTE, NO_ROWS, questionNumbers, reportTitle } from '../report-words.ts';
import { limitSentences } from '../sections/limits.ts';
import { overviewSentence } from '../sections/overview.ts';
import { suggestionSentence } from '../sections/suggestions.ts';
import { codebook } from './codebook.ts';
import { itemFigures } from './figures.ts';
import { groupSheet } from './group-sheet.ts';

const SCORE: ColumnFormat = { width: 14, format: '0.00' };
const SHARE: ColumnFormat = { width: 10, format: '0.0%' };
const COUNT: ColumnFormat = { width: 10 };

/** The figures of a report as a workbook, with the codebook. No row of it is of one person. */
export async function reportXlsx(
  analysis: Analysis,
  questionnaire: Questionnaire,
  head: ReportHead,
): Promise<Uint8Array> {
  // The library takes long to load, and most runs of the program write no workbook.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.creator = '干训助手';
  workbook.title = printable(reportTitle(head.title, questionnaire.kind));
  about(workbook, analysis, questionnaire, head);
  sample(workbook, analysis, questionnaire);
  items(workbook, analysis, questionnaire);
  needs(workbook, analysis, questionnaire);
  groupSheet(workbook, analysis);
  themes(workbook, analysis, questionnaire);
  codes(workbook, questionnaire);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function about(
  workbook: Workbook,
  analysis: Analysis,
  questionnaire: Questionnaire,
  head: ReportHead,
): void {
  const title = reportTitle(head.title, questionnaire.kind);
  const sheet = sheetOf(workbook, '说明', [{ width: 16 }, { width: 90 }]);
  const lines: [string, string][] = [
    ['报告', title],
    ['问卷', head.title],
    ['概况', overviewSentence(analysis, questionnaire, head)],
    ['报告日期', dateInWords(head.madeOn)],
    ['没有逐份答卷', NO_ROWS],
    ['不列示的数字', HIDDEN_NOTE],
    ['工作表', '样本、各题结果、差距排序、分组比较、开放题主题、编码表。题目编号在各表中一致。'],
    ...analysis.suggestions.map(
      (one, at): [string, string] =>
        [...[at === 0 ? '建议' : '', `${at + 1}.${suggestionSentence(one)}`]] as [string, string],
    ),
    ...limitSentences(analysis, questionnaire.kind).map(
      (words, at): [string, string] =>
        [...[at === 0 ? '局限' : '', `${at + 1}.${words}`]] as [string, string],
    ),
  ];
  for (const line of lines.filter(([, words]) => words !== '')) {
    const row = addRow(sheet, line, BOXED);
    row.getCell(1).font = BOLD;
  }
}

function sample(
  workbook: Workbook,
  { sample, items }: Analysis,
  questionnaire: Questionnaire,
): void {
  const sheet = sheetOf(workbook, '样本', [{ width: 30 }, { width: 30 }, COUNT, SHARE]);
  headRow(sheet, ['项目', '类别', '人数', '比例']);
  addRow(sheet, ['发放', '', sample.invited ?? '不明', ''], BOXED);
  addRow(sheet, ['有效答卷', '', sample.answered, sample.rate ?? ''], BOXED);
  for (const asked of questionnaire.items) {
    if (asked.type !== 'single' || !asked.isBand) continue;
    const distribution = items.find(({ id }) => id === asked.id)?.distribution ?? null;
    if (distribution === null || distribution.kind !== 'options') continue;
    for (const { label, count, share } of distribution.cells) {
      addRow(sheet, [asked.text, label, count, share], BOXED);
    }
  }
}

function items(workbook: Workbook, analysis: Analysis, questionnaire: Questionnaire): void {
  const sheet = sheetOf(workbook, '各题结果', [
    ...[{ width: 8 }, { width: 16 }, { width: 48 }, { width: 14 }, { width: 34 }],
    ...[COUNT, SHARE, SCORE],
  ]);
  headRow(sheet, ['题号', '题目编号', '题目', '题型', '选项或指标', '人数', '比例', '平均']);
  const figures = itemFigures(analysis, questionnaire);
  for (const { number, item, text, group, name, count, share, value } of figures) {
    addRow(
      sheet,
      [
        ...[Number(number), item, text, group, name],
        ...[count, share, value].map((one) => (one === undefined ? '' : one)),
      ],
      BOXED,
    );
  }
  if (figures.length === 0) addRow(sheet, [`有效答卷不足${FEWEST}份，不列出各题结果。`]);
}

function needs(workbook: Workbook, { needs }: Analysis, questionnaire: Questionnaire): void {
  const sheet = sheetOf(workbook, '差距排序', [
    ...[{ width: 8 }, { width: 16 }, { width: 48 }, SCORE, SCORE, SCORE, COUNT, { width: 16 }],
  ]);
  const { importance, competence } = PAIR_WORDS.need;
  headRow(sheet, [
    ...['位次', '题目编号', '内容', '平均加权差距', importance.name, competence.name, '人数'],
    '建议',
  ]);
  for (const need of needs) {
    addRow(
      sheet,
      [
        ...[need.rank, need.id, need.text, need.mwds, need.importance, need.competence],
        ...[need.answered, adviceFor(need)],
      ],
      BOXED,
    );
  }
  const has = questionnaire.items.some((one) => one.type === 'scale-pair' && one.pair === 'need');
  if (needs.length === 0) {
    addRow(sheet, [has ? '没有可以列出的差距。' : '本问卷没有重要程度和掌握程度的题目。']);
  }
}

function themes(workbook: Workbook, { items }: Analysis, questionnaire: Questionnaire): void {
  const sheet = sheetOf(workbook, '开放题主题', [
    ...[{ width: 8 }, { width: 16 }, { width: 48 }, { width: 34 }, COUNT],
  ]);
  headRow(sheet, ['题号', '题目编号', '题目', '主题词', '提到人数']);
  const numbers = questionNumbers(questionnaire);
  const rows = items.flatMap(({ id, text, themes }) =>
    themes.map(({ words, people }): Value[] => [
      ...[numbers.get(id) ?? '', id, text, words.join('、'), people],
    ]),
  );
  for (const row of rows) addRow(sheet, row, BOXED);
  if (rows.length === 0) addRow(sheet, [`没有${FEWEST}人以上共同提到的主题。`]);
}

function codes(workbook: Workbook, questionnaire: Questionnaire): void {
  const { header, rows } = codebook(questionnaire);
  const widths = [8, 16, 14, 48, 10, 48, 30, 30, 40];
  const sheet = sheetOf(
    workbook,
    '编码表',
    widths.map((width) => ({ width })),
  );
  headRow(sheet, header);
  for (const row of rows) addRow(sheet, row, BOXED);
}
