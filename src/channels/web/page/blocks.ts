import type { Block, QuoteBlock, ShownButton, ShownFile } from '../../../conversation/reply.ts';
import { copyButton } from './copy.ts';
import { button, element } from './elements.ts';
import { questionCard } from './question-card.ts';
import { calendarElement, tableElement } from './tables.ts';

/** What a tapped button of a reply leads to. */
export type Tap = (button: ShownButton, pressed: HTMLButtonElement) => void;

const ROLE_NAMES = { quote: '引文', nearest: '相近内容', method: '方法参考' } as const;

/** A block of a reply as part of the page. */
export function blockElement(block: Block, tap: Tap): HTMLElement {
  switch (block.kind) {
    case 'text':
      return block.tone === 'heading'
        ? element('h3', {}, block.text)
        : element('p', { class: `text ${block.tone}` }, block.text);
    case 'quote':
      return quoteElement(block, tap);
    case 'table':
      return tableElement(block);
    case 'calendar':
      return calendarElement(block);
    case 'passage':
      return element(
        'figure',
        { class: 'citation quote' },
        element('blockquote', {}, passageText(block.text, block.marks)),
        element('figcaption', {}, sourceOf(block)),
        element(
          'div',
          { class: 'citation-buttons' },
          ...block.buttons.map((one) => button(one.label, 'quiet', (pressed) => tap(one, pressed))),
          copyButton('复制本段', block.line),
        ),
      );
    case 'question':
      return questionCard(block, (one, pressed) => tap(one, pressed)).form;
    case 'buttons':
      return buttonsElement(block, tap);
    case 'file':
      return fileLink(block.file);
    case 'picture':
      return element('img', { src: pathOf(block.file), alt: block.description, class: 'picture' });
    default:
      return block satisfies never;
  }
}

function quoteElement(block: QuoteBlock<ShownButton>, tap: Tap): HTMLElement {
  const number = element(
    'span',
    { class: 'citation-number' },
    `${ROLE_NAMES[block.role]}${block.number}`,
  );
  return element(
    'figure',
    { class: `citation ${block.role}` },
    element('blockquote', {}, block.text),
    element('figcaption', {}, number, sourceOf(block)),
    element(
      'div',
      { class: 'citation-buttons' },
      ...block.buttons.map((one) => button(one.label, 'quiet', (pressed) => tap(one, pressed))),
      copyButton('复制引文', block.line),
    ),
  );
}

export function sourceOf({ title, place }: { title: string; place: string }): string {
  return `《${nested(title)}》${place}`;
}

function buttonsElement(block: Extract<Block, { kind: 'buttons' }>, tap: Tap): HTMLElement {
  if (block.role === 'feedback') return feedbackElement(block, tap);
  const list = element('ul', { class: `choices ${block.role}`, 'aria-label': block.label });
  for (const one of block.buttons) {
    list.append(
      element(
        'li',
        {},
        button(one.label, 'choice', (pressed) => tap(one, pressed)),
      ),
    );
  }
  if (block.role === 'choices') return list;
  return element('section', { class: 'related' }, element('h3', {}, block.label), list);
}

function feedbackElement(block: Extract<Block, { kind: 'buttons' }>, tap: Tap): HTMLElement {
  const group = element('div', { class: 'feedback', role: 'group', 'aria-label': block.label });
  for (const one of block.buttons) {
    const made = button(one.label, 'quiet', (pressed) => tap(one, pressed));
    made.setAttribute('aria-pressed', 'false');
    group.append(made);
  }
  return group;
}

/** Shows which of a group's buttons counts. */
export function press(group: Element | null, position: number): void {
  for (const [at, one] of [...(group?.querySelectorAll('button') ?? [])].entries()) {
    one.setAttribute('aria-pressed', String(at === position));
  }
}

function fileLink(file: ShownFile): HTMLElement {
  const size = `${Math.max(1, Math.round(file.size / 1024))} KB`;
  const link = element('a', { href: pathOf(file), download: file.name }, file.name);
  return element('p', { class: 'file' }, link, `（${size}）`);
}

function pathOf({ id }: ShownFile): string {
  return `api/files/${encodeURIComponent(id)}`;
}

/** The text of a passage with its quotes marked. */
export function passageText(
  text: string,
  marks: readonly { start: number; end: number }[],
): HTMLElement {
  const holder = element('p', { class: 'passage-text' });
  let from = 0;
  for (const { start, end } of marks) {
    holder.append(text.slice(from, start), element('mark', {}, text.slice(start, end)));
    from = end;
  }
  holder.append(text.slice(from));
  return holder;
}

/** Marks inside a title that is set in 《》 are 〈〉. */
function nested(title: string): string {
  const bare = title.replace(/^《([^《》]*)》$/u, '$1');
  return bare.replace(/《/gu, '〈').replace(/》/gu, '〉');
}
