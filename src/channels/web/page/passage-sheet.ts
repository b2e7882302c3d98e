import type { PassageBlock, ShownButton } from '../../../conversation/reply.ts';
import { passageText, sourceOf, type Tap } from './blocks.ts';
import { copyButton } from './copy.ts';
import { button, byId, element } from './elements.ts';

/** Beside the conversation: a passage as it stands in its material. */
export class PassageSheet {
  readonly #dialog = byId('sheet', HTMLDialogElement);
  readonly #title = byId('sheet-title', HTMLHeadingElement);
  readonly #body = byId('sheet-body', HTMLElement);
  readonly #foot = byId('sheet-foot', HTMLDivElement);
  /** Whether the browser's Back is to close it. */
  #inHistory = false;

  constructor() {
    // What scrolls must scroll by keyboard too.
    this.#body.tabIndex = 0;
    byId('sheet-close', HTMLButtonElement).addEventListener('click', () => this.#dialog.close());
    // A tap beside the sheet lands on the dialog itself.
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener('close', () => {
      if (this.#inHistory) history.back();
      this.#inHistory = false;
    });
    addEventListener('popstate', () => {
      this.#inHistory = false;
      this.#dialog.close();
    });
  }

  show(block: PassageBlock<ShownButton>, tap: Tap): void {
    const focused = document.activeElement?.textContent;
    this.#title.textContent = sourceOf(block);
    const path = block.headings.join(' › ');
    this.#body.replaceChildren(
      ...(path === '' ? [] : [element('p', { class: 'passage-path' }, path)]),
      passageText(block.text, block.marks),
      element('p', { class: 'passage-standing' }, block.standing),
    );
    const buttons = block.buttons.map((one) =>
      button(one.label, 'choice', (pressed) => tap(one, pressed)),
    );
    this.#foot.replaceChildren(...buttons, copyButton('复制本段', block.line));
    this.#open();
    this.#body.scrollTop = 0;
    this.#body.querySelector('mark')?.scrollIntoView({ block: 'center' });
    // Whoever reads on with 下一段 stays on that button.
    (buttons.find(({ textContent }) => textContent === focused) ?? this.#title).focus();
  }

  #open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    history.pushState({ sheet: true }, '');
    this.#inHistory = true;
  }
}
