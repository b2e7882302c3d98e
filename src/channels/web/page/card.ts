import type { Block, ShownButton } from '../../../conversation/reply.ts';
import { blockElement, type Tap } from './blocks.ts';
import { element } from './elements.ts';
import { questionCard } from './question-card.ts';
import type { QuestionField } from './question-field.ts';

/** Whether a question was open in this tab, which is shown again when the page is loaded anew. */
const KEY = 'answering';

export interface CardActions {
  readonly tap: Tap;
  /** Sends what was written with the button that takes it; false where that did not come through. */
  write(button: ShownButton, text: string): Promise<boolean>;
}

/** Where a questionnaire is filled in: one reply that each next one takes the place of. */
export class Card {
  readonly article = element('article', { class: 'card' });
  readonly #actions: CardActions;
  #question = '';
  #hasNotice = false;
  #field: QuestionField | null = null;

  constructor(actions: CardActions) {
    this.#actions = actions;
  }

  /** @param isFollowed the reader acted in the card, and their focus goes with it */
  show(blocks: readonly Block[], log: HTMLElement, isFollowed: boolean): void {
    const before = this.#question;
    const focused = this.#positionOfFocus();
    const question = blocks.find((block) => block.kind === 'question');
    this.#question = question === undefined ? '' : `${question.number} ${question.text}`;
    this.#hasNotice = question !== undefined && question.notice !== '';
    this.#field = null;
    if (question === undefined) {
      this.#forget();
      this.article.setAttribute('aria-label', '问卷');
      this.article.replaceChildren(
        ...blocks.map((block) => blockElement(block, this.#actions.tap)),
      );
      const first = this.article.firstElementChild as HTMLElement | null;
      first?.setAttribute('tabindex', '-1');
      this.#bringIntoSight(log);
      if (isFollowed) first?.focus({ preventScroll: true });
      return;
    }
    this.#remember();
    const { form, legend, field } = questionCard(question, this.#tapIn);
    this.#field = field;
    this.article.setAttribute('aria-label', `第 ${question.number} 题`);
    this.article.replaceChildren(form);
    this.#bringIntoSight(log);
    if (!isFollowed) return;
    const same = before === this.#question ? this.#buttons()[focused] : undefined;
    (same ?? legend).focus({ preventScroll: true });
  }

  /** The questionnaire was submitted, or the history begins anew. */
  remove(): void {
    this.#forget();
    this.leave();
  }

  /** Takes it off the page; what is remembered of it stays, for the same tab loads anew as well. */
  leave(): void {
    this.#question = '';
    this.#field = null;
    this.article.remove();
  }

  /** What was written is sent before anything else is done, so that it is not lost. */
  readonly #tapIn: Tap = async (tapped, pressed) => {
    const field = this.#field;
    if (field?.isChanged() === true) {
      const question = this.#question;
      const isForward = pressed.dataset.way === 'forward';
      if (!(await this.#actions.write(field.button, field.value()))) return;
      const hasMoved = this.#question !== question;
      if (hasMoved ? isForward : this.#hasNotice) return;
    }
    this.#actions.tap(tapped, pressed);
  };

  #buttons(): HTMLButtonElement[] {
    return [...this.article.querySelectorAll<HTMLButtonElement>('fieldset button')];
  }

  #positionOfFocus(): number {
    return this.#buttons().indexOf(document.activeElement as HTMLButtonElement);
  }

  #bringIntoSight(log: HTMLElement): void {
    if (!this.article.isConnected) log.append(this.article);
    const { top, bottom } = this.article.getBoundingClientRect();
    const style = getComputedStyle(document.documentElement);
    const head = Number.parseFloat(style.scrollPaddingTop) || 0;
    const foot = Number.parseFloat(style.scrollPaddingBottom) || 0;
    const isSeen = top >= head && bottom <= innerHeight - foot;
    if (!isSeen) this.article.scrollIntoView({ block: 'start' });
  }

  #remember(): void {
    try {
      sessionStorage.setItem(KEY, '1');
    } catch {}
  }

  #forget(): void {
    try {
      sessionStorage.removeItem(KEY);
    } catch {}
  }
}

/** Where a browser keeps nothing, the way back is the button of the introduction. */
export function wasAnswering(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
