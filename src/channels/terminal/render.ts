import { blockText } from '../../conversation/plain-text.ts';
import type { Block, ShownButton } from '../../conversation/reply.ts';

/** A reply in lines, and the buttons behind the numbers that the lines show. */
export interface Rendering {
  readonly text: string;
  readonly choices: readonly ShownButton[];
}

/** Mark around quoted words of a passage. */
const MARK = ['【', '】'] as const;

/** The blocks of one reply; every button becomes a numbered choice. */
export function render(blocks: readonly Block[]): Rendering {
  const choices: ShownButton[] = [];
  const others: string[] = [];
  const lines: string[] = [];
  const number = (button: ShownButton) => choices.push(button);
  const quotes = blocks.filter(({ kind }) => kind === 'quote').length;
  for (const block of blocks) {
    lines.push(...linesOf(block));
    if (block.kind === 'buttons' && block.role === 'related') {
      lines.push('', `${block.label}：`);
      for (const button of block.buttons) lines.push(`  ${number(button)}. ${button.label}`);
    } else if ('buttons' in block) {
      const about = block.kind === 'quote' && quotes > 1 ? `（${briefly(block.place)}）` : '';
      for (const button of block.buttons) {
        others.push(`${number(button)}. ${button.label}${about}`);
      }
    }
  }
  if (others.length > 0) lines.push('', `可选：${others.join('　')}`);
  return { text: lines.join('\n'), choices };
}

function linesOf(block: Block): string[] {
  if (block.kind === 'passage') return [blockText({ ...block, ...marked(block) })];
  const text = blockText(block);
  if (text === '') return [];
  return block.kind === 'text' && block.tone === 'heading' ? ['', `【${text}】`] : [text];
}

function marked({ text, marks }: Extract<Block, { kind: 'passage' }>): { text: string } {
  const [open, close] = MARK;
  const ends = marks.toSorted((one, other) => other.start - one.start);
  return {
    text: ends.reduce(
      (whole, { start, end }) =>
        whole.slice(0, start) + open + whole.slice(start, end) + close + whole.slice(end),
      text,
    ),
  };
}

function briefly(place: string): string {
  return [...place].slice(0, 12).join('');
}
