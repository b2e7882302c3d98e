import {
  BorderStyle,
  convertMillimetersToTwip,
  HeightRule,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { paragraph } from './blocks.ts';
import type { StyleName } from './style-makers.ts';

export interface Column {
  readonly title: string;
  /** Millimetres; all of a table make `TEXT_WIDTH`. */
  readonly width: number;
  readonly isCentered?: boolean;
}

/** Words in the style of tables, or paragraphs of their own. */
export type CellContent = string | readonly Paragraph[];

export interface Cell {
  readonly content: CellContent;
  readonly isHead?: boolean;
  readonly isAtTop?: boolean;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface Row {
  readonly cells: readonly (CellContent | Cell)[];
  /** Least height in millimetres, such as room for handwriting. */
  readonly height?: number;
}

/** Width of the text area (GB/T 9704), in millimetres. */
export const TEXT_WIDTH = 156;

const HEAD_GREY = { type: ShadingType.CLEAR, color: 'auto', fill: 'E8E8E8' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const LINES = {
  ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
  ...{ insideHorizontal: LINE, insideVertical: LINE },
};
/** Twips. */
const MARGINS = { top: 40, bottom: 40, left: 85, right: 85 };

export interface TableLook {
  /** Smaller letters, for many columns. */
  readonly isDense?: boolean;
  /** On one page, where a page can hold it. */
  readonly isKeptWhole?: boolean;
  /** The last row sums the others up and does not stand alone on a page. */
  readonly endsInTotal?: boolean;
}

/** A table whose head repeats on every page and whose rows are never cut by one. */
export function headedTable(
  columns: readonly Column[],
  rows: readonly Row[],
  look: TableLook = {},
): Table {
  const head: Row = { cells: columns.map(({ title }) => ({ content: title, isHead: true })) };
  const last = rows.length - 1;
  return tableOf(columns, [
    tableRow(head, columns, { ...look, isHead: true }),
    ...rows.map((row, at) => {
      const isBeforeTotal = look.endsInTotal === true && at === last - 1;
      const isKeptWithNext = isBeforeTotal || (look.isKeptWhole === true && at < last);
      return tableRow(row, columns, { ...look, isKeptWithNext });
    }),
  ]);
}

/** Names beside what they name: 班次, 时间, 人数. `widths` in millimetres. */
export function factTable(widths: readonly number[], rows: readonly Row[]): Table {
  const columns = widths.map((width) => ({ title: '', width }));
  return tableOf(
    columns,
    rows.map((row) => tableRow(row, columns, {})),
  );
}

function tableOf(columns: readonly Column[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    width: { size: convertMillimetersToTwip(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => convertMillimetersToTwip(width)),
    layout: TableLayoutType.FIXED,
    borders: LINES,
    margins: MARGINS,
  });
}

interface RowLook extends TableLook {
  readonly isHead?: boolean;
  readonly isKeptWithNext?: boolean;
}

function tableRow({ cells, height }: Row, columns: readonly Column[], look: RowLook): TableRow {
  // A cell below one that spans rows has no place of its own, so places count from the right.
  let column = columns.length - cells.reduce((sum, cell) => sum + spanOf(cell), 0);
  const children = cells.map((cell) => {
    const covered = columns.slice(column, column + spanOf(cell));
    column += spanOf(cell);
    return tableCell(isCell(cell) ? cell : { content: cell }, covered, look);
  });
  const least =
    height === undefined
      ? {}
      : { height: { value: convertMillimetersToTwip(height), rule: HeightRule.ATLEAST } };
  return new TableRow({ children, cantSplit: true, tableHeader: look.isHead === true, ...least });
}

function tableCell(cell: Cell, columns: readonly Column[], look: RowLook): TableCell {
  const { content, isHead = false, isAtTop = false, rowSpan, columnSpan } = cell;
  const kind = isHead ? 'Head' : columns[0]?.isCentered === true ? 'Center' : 'Text';
  const style: StyleName = `${look.isDense === true ? 'Dense' : 'Table'}${kind}`;
  const keep = look.isKeptWithNext === true ? { keepNext: true } : {};
  const width = columns.reduce((sum, one) => sum + one.width, 0);
  return new TableCell({
    children: typeof content === 'string' ? [paragraph(style, content, keep)] : content,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    verticalAlign: isAtTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(isHead ? { shading: HEAD_GREY } : {}),
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(columnSpan === undefined ? {} : { columnSpan }),
  });
}

function spanOf(cell: CellContent | Cell): number {
  return isCell(cell) ? (cell.columnSpan ?? 1) : 1;
}

function isCell(cell: CellContent | Cell): cell is Cell {
  return typeof cell === 'object' && 'content' in cell;
}
