import type { Block, CalendarBlock, QuestionBlock, ShownButton, TableBlock } from './reply.ts';

/** A block in plain lines, without its buttons; empty where buttons are all it has. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return block.line;
    case 'passage':
      return [
        `《${block.title}》${block.place}`,
        ...block.headings,
        block.text,
        `（${block.standing}）`,
      ].join('\n');
    case 'table':
      return [block.caption, ...tableLines(block)].join('\n');
    case 'calendar':
      return `${block.caption}：${calendarInWords(block)}`;
    case 'question':
      return questionHead(block).join('\n');
    case 'file':
      return `文件：${block.file.name}`;
    case 'picture':
      return `图片：${block.description}`;
    case 'buttons':
      return '';
    default:
      return block satisfies never;
  }
}

/** A question without what can be tapped. */
export function questionHead(block: QuestionBlock<ShownButton>): string[] {
  const { title, number, total, part, partHint, text, hint, rule, notice, input } = block;
  const written =
    input === null || input.value === '' ? '' : `${input.label}：${input.value}${input.unit}`;
  return [
    `${title}　第 ${number} 题，共 ${total} 题`,
    ...[part, partHint],
    `${number}. ${text}`,
    ...[hint, `（${rule}）`, written, notice],
  ].filter((line) => line !== '');
}

/** A row a line: `一、总体要求：学过 2 次，记住 1/4`. */
export function tableLines({ columns, rows }: TableBlock): string[] {
  return rows.map(([name = '', ...cells]) => {
    const told = cells.flatMap((cell, at) =>
      cell === '' ? [] : `${columns[at + 1] ?? ''} ${cell}`.trim(),
    );
    return told.length === 0 ? name : `${name}：${told.join('，')}`;
  });
}

/** How many days, and how often. */
function calendarInWords({ days, unit }: CalendarBlock): string {
  const active = days.filter(({ entries }) => entries > 0);
  const total = active.reduce((sum, { entries }) => sum + entries, 0);
  return total === 0 ? `还没有${unit}` : `${active.length} 天有${unit}，共 ${total} 条`;
}
