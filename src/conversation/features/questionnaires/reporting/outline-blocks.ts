import { drawChart } from '../../../../documents/drawing/draw-chart.ts';
import { chartLayout } from '../../../../questionnaire/report/charts/chart-layout.ts';
import type { Block, Outline, TableData } from '../../../../questionnaire/report/outline.ts';
import { heading, lead, plain, remark } from '../../../blocks.ts';
import type { Occasion } from '../../../feature.ts';
import type { DraftBlock } from '../../../reply.ts';

/** A report as a dialogue shows it; where drawings do not reach people, their figures do. */
export async function outlineBlocks(
  { title, subtitle, blocks }: Outline,
  on: Pick<Occasion, 'shows'>,
): Promise<DraftBlock[]> {
  const shown: DraftBlock[] = [];
  for (const block of blocks) shown.push(...(await blocksOf(block, on)));
  return [heading(title), ...(subtitle === '' ? [] : [remark(subtitle)]), ...shown];
}

async function blocksOf(block: Block, { shows }: Pick<Occasion, 'shows'>): Promise<DraftBlock[]> {
  switch (block.kind) {
    case 'heading':
      return [block.level === 2 ? heading(block.text) : lead(block.text)];
    case 'paragraph':
      return [plain(block.text)];
    case 'note':
      return [remark(block.text)];
    case 'list':
      return [plain(block.items.map((item) => `· ${item}`).join('\n'))];
    case 'table':
      return tableBlocks(block.table);
    case 'chart': {
      const table = block.table === null ? [] : tableBlocks(block.table);
      if (shows === 'words')
        return table.length > 0 ? table : [plain(`${block.caption}。${block.alt}`)];
      const { png } = await drawChart(chartLayout(block.chart));
      // Pictures stand between the words on a page alone, where each needs its name above it.
      const isPage = shows === 'page';
      return [
        ...(isPage ? [lead(block.caption)] : []),
        {
          kind: 'picture',
          file: { name: `${block.caption}.png`, mediaType: 'image/png', bytes: png },
          description: `${block.caption}。${block.alt}`,
        },
        ...(isPage && block.table !== null
          ? tableBlocks({ ...block.table, caption: '图中的数据' })
          : table),
      ];
    }
    case 'quote':
      return [plain(`${block.label}：${block.text}（${block.source}）`)];
    default:
      return block satisfies never;
  }
}

/** On paper narrow columns have titles of two lines. */
function oneLine(title: string): string {
  return title.replaceAll('\n', '');
}

function tableBlocks({ caption, columns, rows, note }: TableData): DraftBlock[] {
  return [
    { kind: 'table', caption, columns: columns.map(({ title }) => oneLine(title)), rows },
    ...(note === '' ? [] : [remark(note)]),
  ];
}
