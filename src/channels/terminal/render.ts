import { blockText } from '../../conversation/plain-text.ts';
import type { Block, ShownButton } from '../../conversation/reply.ts';

/** A reply in lines, and the buttons behind the numbers that the lines show. */
export interface Rendering {
  readonly text: string;
  readonly choices: readonly ShownButton[];
}

/** Mark around quoted words of a passage. */
const MARK = ['【', '】'] as const;

/** The blocks of one reply; every button becomes a numbered choice, in the order of the lines. */
export function render(blocks: readonly Block[]): Rendering {
  const related = blocks.filter(isRelated);
  const quotes = blocks.filter(({ kind }) => kind === 'quote').length;
  const others = blocks
    .filter((block) => 'buttons' in block && !isRelated(block))
    .flatMap((block) => labelled(block, quotes > 1));
  const lines = blocks.flatMap(linesOf);
  let number = 0;
  for (const { label, buttons } of related) {
    lines.push('', `${label}：`, ...buttons.map((button) => `  ${++number}. ${button.label}`));
  }
  if (others.length > 0) {
    lines.push('', `可选：${others.map(({ label }) => `${++number}. ${label}`).join('　')}`);
  }
  const choices = [...related.flatMap(({ buttons }) => buttons), ...others];
  return { text: lines.join('\n'), choices };
}

type Related = Extract<Block, { kind: 'buttons' }>;

function isRelated(block: Block): block is Related {
  return block.kind === 'buttons' && block.role === 'related';
}

/** @param several there is more than one quote, so a button says which it belongs to */
function labelled(block: Block, several: boolean): ShownButton[] {
  if (!('buttons' in block)) return [];
  const about = block.kind === 'quote' && several ? `（${block.place}）` : '';
  return block.buttons.map(({ label, action }) => ({ label: label + about, action }));
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
