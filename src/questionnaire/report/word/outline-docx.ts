import type { FileChild } from 'docx';
import { drawChart } from '../../../documents/drawing/draw-chart.ts';
import {
  numberedList,
  paragraph,
  partHeading,
  picture,
  policyBox,
  sheetTitle,
  subHeading,
} from '../../../documents/word/blocks.ts';
import { packSheets } from '../../../documents/word/pack.ts';
import { headedTable } from '../../../documents/word/tables.ts';
import { chartLayout } from '../charts/chart-layout.ts';
import type { Block, Outline, TableData } from '../outline.ts';

/** Tables of so many columns are set in smaller letters. */
const MANY_COLUMNS = 4;
/** A table of so many rows stands on one page. */
const FEW_ROWS = 6;

/** A Word file of a report. What imports the Word library lies behind this file. */
export async function outlineDocx(outline: Outline): Promise<Uint8Array> {
  const { title, subtitle, runningHead, blocks } = outline;
  const children: FileChild[] = [
    sheetTitle(title),
    ...(subtitle === '' ? [] : [paragraph('Topic', subtitle)]),
  ];
  // One after the other: a picture is drawn in a thread of its own, and two cores serve everybody.
  for (const [at, block] of blocks.entries()) {
    children.push(...(await childrenOf(block, isBound(blocks[at + 1]))));
  }
  return packSheets(title, [{ name: '', head: [runningHead, ''], children }]);
}

/** Whether what leads to a block must stand on its page. */
function isBound(next: Block | undefined): boolean {
  return next !== undefined && next.kind !== 'heading' && next.kind !== 'paragraph';
}

async function childrenOf(block: Block, keepNext: boolean): Promise<FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [block.level === 2 ? partHeading(block.text) : subHeading(block.text)];
    case 'paragraph':
      return [paragraph('BodyText', block.text, { keepNext })];
    case 'note':
      return [paragraph('Note', block.text, { keepNext })];
    case 'list':
      return numberedList(block.items);
    case 'table':
      return tableChildren(block.table);
    case 'chart': {
      const { caption, chart, alt, table } = block;
      const drawn = await drawChart(chartLayout(chart));
      const note = table?.note ?? '';
      return [
        picture({ ...drawn, name: caption, alt }),
        paragraph('Caption', caption, { keepNext: note !== '' }),
        ...(note === '' ? [] : [paragraph('SmallNote', note)]),
      ];
    }
    case 'quote':
      return policyBox(block.label, [{ text: block.text, source: block.source }]);
    default:
      return block satisfies never;
  }
}

function tableChildren({ caption, columns, rows, note }: TableData): FileChild[] {
  const look = { isDense: columns.length >= MANY_COLUMNS, isKeptWhole: rows.length <= FEW_ROWS };
  return [
    paragraph('Caption', caption, { keepNext: true }),
    headedTable(
      columns,
      rows.map((cells) => ({ cells })),
      look,
    ),
    paragraph('SmallNote', note),
  ];
}
