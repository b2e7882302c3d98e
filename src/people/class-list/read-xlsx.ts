import type { Cell, Worksheet } from 'exceljs';
import type { ReadSheet, Sheet } from './class-list.ts';
import { unpackedSize } from './unpacked-size.ts';

const LARGEST_UNPACKED = 50 * 1024 * 1024;
const MOST_ROWS = 2001;
const MOST_COLUMNS = 50;

/** The first sheet of a workbook that holds anything. */
export async function readXlsx(bytes: Uint8Array, advice: string): Promise<ReadSheet> {
  const size = unpackedSize(bytes);
  if (size === null || size > LARGEST_UNPACKED) {
    return { ok: false, problem: `这个文件已经损坏，或者展开后过大，没有读取。${advice}` };
  }
  try {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer as never);
    const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
    if (sheet === undefined) return { ok: false, problem: '表格里没有内容，请检查后重新选择。' };
    return { ok: true, sheet: rowsOf(sheet) };
  } catch {
    return { ok: false, problem: `这个文件不是完好的 .xlsx 表格。${advice}` };
  }
}

function rowsOf(sheet: Worksheet): Sheet {
  const rows: string[][] = [];
  const merged = new Set<number>();
  const columns = Math.min(sheet.columnCount, MOST_COLUMNS);
  for (let row = 1; row <= Math.min(sheet.rowCount, MOST_ROWS); row++) {
    const cells: string[] = [];
    for (let column = 1; column <= columns; column++) {
      const cell = sheet.getCell(row, column);
      const isFilledIn = cell.isMerged && cell.master !== cell;
      // Merged across, as a title is, it would fill the whole row.
      const isAcross = isFilledIn && Number(cell.master.row) === row;
      const text = isAcross ? '' : textOf(cell.master);
      if (isFilledIn && text !== '') merged.add(row - 1);
      cells.push(text);
    }
    rows.push(cells);
  }
  return { rows, merged };
}

/** As people see it. */
function textOf(cell: Cell): string {
  try {
    return cell.text.trim();
  } catch {
    // A cell that refers to nothing has no text.
    return '';
  }
}
