import type { Row, Workbook, Worksheet } from 'exceljs';
import { asWords } from './csv-table.ts';
import { printable } from './printable.ts';

/** Stands for a number that is not told. */
export const HIDDEN = '—';

export type Value = string | number | null;

export interface ColumnFormat {
  readonly width: number;
  /** Of its numbers. */
  readonly format?: string;
}

export interface RowLook {
  /** Lines around its cells. */
  readonly isBoxed: boolean;
}

export const BOXED: RowLook = { isBoxed: true };

const PLAIN: RowLook = { isBoxed: false };
const FONT = '宋体';
const SIZE = 11;
export const BOLD = { name: FONT, size: SIZE, bold: true } as const;

const GREY = 'FFE8E8E8';
/** Points of a line of letters. */
export const LINE_HEIGHT = 16;
const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** A sheet that prints on A4 across, as wide as a page. */
export function sheetOf(
  workbook: Workbook,
  name: string,
  formats: readonly ColumnFormat[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  sheet.columns = formats.map(({ width, format }) => ({
    ...{ width, style: format === undefined ? {} : { numFmt: format } },
  }));
  return sheet;
}

/** The head of a table; one that begins a sheet stays in sight and is printed on every page. */
export function headRow(sheet: Worksheet, titles: readonly string[]): void {
  const row = addRow(sheet, titles, BOXED);
  row.eachCell((cell) => {
    cell.font = BOLD;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  });
  if (row.number > 1) return;
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** Words are words to every program that opens the file, and to whatever it is saved as later. */
export function addRow(
  sheet: Worksheet,
  values: readonly Value[],
  { isBoxed }: RowLook = PLAIN,
): Row {
  const row = sheet.addRow(values.map(cellOf));
  row.eachCell((cell) => {
    const isWords = typeof cell.value === 'string';
    const isFigure = !isWords || cell.value === HIDDEN;
    cell.font = { name: FONT, size: SIZE };
    cell.alignment = {
      ...{ vertical: 'middle', wrapText: true },
      horizontal: isFigure ? 'center' : 'left',
    };
    if (isWords) cell.numFmt = '@';
    if (isBoxed) cell.border = BOX;
  });
  row.height = LINE_HEIGHT * linesOf(sheet, values);
  return row;
}

function cellOf(value: Value): string | number {
  if (value === null) return HIDDEN;
  return typeof value === 'number' ? value : asWords(printable(value));
}

/** How many lines the longest cell needs: programs do not work it out for a file that is written. */
function linesOf(sheet: Worksheet, values: readonly Value[]): number {
  if (values.length === 1) return 1;
  const lines = values.map((value, at) => {
    if (typeof value !== 'string') return 1;
    const width = (sheet.getColumn(at + 1).width ?? 10) - 1;
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / width)), 0);
  });
  return Math.max(1, ...lines);
}

/** A 汉字 is as wide as two digits. */
function columnsOf(line: string): number {
  return [...line].reduce((sum, one) => sum + (one < '\u0100' ? 1 : 2.1), 0);
}
