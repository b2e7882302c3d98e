import { blockText } from '../../conversation/plain-text.ts';
import type { Block, ShownButton } from '../../conversation/reply.ts';
import { renderQuestion } from './render-question.ts';
import type { Rendering } from './rendering.ts';

/** Mark around quoted words of a passage. */
const MARK = ['【', '】'] as const;

const ROLE_NAMES = { quote: '引文', nearest: '相近内容', method: '方法参考' } as const;

/** The blocks of one reply; every button becomes a numbered choice, in the order of the lines. */
export function render(blocks: readonly Block[]): Rendering {
  const question = blocks.find((block) => block.kind === 'question');
  if (question !== undefined) return renderQuestion(question);
  const related = blocks.filter(isRelated);
  const quotes = blocks.filter(({ kind }) => kind === 'quote').length;
  const others = blocks
    .filter((block) => 'buttons' in block && !isRelated(block))
    .flatMap((block) => labelled(block, quotes > 1));
  const lines = blocks.flatMap((block) => linesOf(block, quotes > 1));
  let number = 0;
  for (const { label, buttons } of related) {
    lines.push('', `${label}：`, ...buttons.map((button) => `  ${++number}. ${button.label}`));
  }
  if (others.length > 0) {
    lines.push('', `可选：${others.map(({ label }) => `${++number}. ${label}`).join('　')}`);
  }
  const choices = [...related.flatMap(({ buttons }) => buttons), ...others];
  return { text: lines.join('\n'), choices, takesNumbers: false };
}

type Related = Extract<Block, { kind: 'buttons' }>;

function isRelated(block: Block): block is Related {
  return block.kind === 'buttons' && block.role === 'related';
}

/** @param several there is more than one quote, so a button says which it belongs to */
function labelled(block: Block, several: boolean): ShownButton[] {
  if (!('buttons' in block)) return [];
  const about = block.kind === 'quote' && several ? `（${nameOf(block)}）` : '';
  return block.buttons.map(({ label, action }) => ({ label: label + about, action }));
}

/** As the sentences of an answer refer to it: 引文2. */
function nameOf({ role, number }: Extract<Block, { kind: 'quote' }>): string {
  return `${ROLE_NAMES[role]}${number}`;
}

/** @param several there is more than one quote, so each has its name before it */
function linesOf(block: Block, several: boolean): string[] {
  if (block.kind === 'quote' && several) return [`${nameOf(block)}${blockText(block)}`];
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
