import type { Workbook } from 'exceljs';
import {
  addRow,
  BOLD,
  BOXED,
  headRow,
  LINE_HEIGHT,
  sheetOf,
  type Value,
} from '../../../documents/sheet.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { groupTables } from '../sections/groups.ts';

/** Columns that words at the end of a row reach over. */
const WORDS_ACROSS = 3;

/** Results by groups, a table below the other. */
export function groupSheet(workbook: Workbook, { crossTabs }: Analysis): void {
  const sheet = sheetOf(workbook, '分组比较', [{ width: 40 }, ...Array(12).fill({ width: 16 })]);
  const tables = crossTabs.flatMap(groupTables);
  for (const table of tables) {
    addRow(sheet, [table.caption]).getCell(1).font = BOLD;
    headRow(
      sheet,
      table.columns.map(({ title }) => title),
    );
    const isWordsLast = table.columns.at(-1)?.isCentered === false;
    for (const row of table.rows) {
      const added = addRow(sheet, row.map(asFigure), BOXED);
      // Words at the end have the room of the columns beside them.
      if (isWordsLast) {
        sheet.mergeCells(added.number, row.length, added.number, row.length + WORDS_ACROSS);
        added.height = LINE_HEIGHT * (row.at(-1) ?? '').split('\n').length;
      }
      row.forEach((cell, at) => {
        if (/^-?\d+\.\d+$/u.test(cell)) added.getCell(at + 1).numFmt = '0.00';
      });
    }
    if (table.note !== '') addRow(sheet, [table.note]).getCell(1).alignment = { wrapText: false };
    sheet.addRow([]);
  }
  if (tables.length === 0) addRow(sheet, ['没有可以列出的分组结果。']);
}

/** Figures of a table for paper as numbers again. */
function asFigure(cell: string): Value {
  return /^-?\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell;
}
