import type { Block } from '../../../conversation/reply.ts';
import type { Turn as KeptTurn } from '../../../conversation/turn.ts';
import { blockElement, press, type Tap } from './blocks.ts';
import { button, element } from './elements.ts';

/** Shorter waits than this are not worth a word. */
const PATIENCE_MS = 150;
/** In place of the name of a file that must not stay anywhere. */
const TAKEN_BACK = '文件';

/** One question and its answer on the page. */
export class Turn {
  readonly article = element('article');
  readonly #answer = element('div', { class: 'answer' });
  /** What is being done now; the last of the answer, where it is there. */
  readonly #working = element('p', { class: 'working', role: 'status' });
  readonly #asked: HTMLElement;
  readonly #tap: Tap;
  #word = '';
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** @param said empty where nobody said anything */
  constructor(said: string, tap: Tap) {
    this.#tap = tap;
    const name = said === '' ? '干训助手' : `问：${said}`;
    this.article.setAttribute('aria-label', name);
    this.#asked = element('h2', { class: said === '' ? 'unseen' : 'asked' }, said || name);
    this.article.append(this.#asked, this.#answer);
  }

  /** What was said must not stay here. */
  takeBack(): void {
    this.#asked.textContent = TAKEN_BACK;
    this.article.setAttribute('aria-label', `问：${TAKEN_BACK}`);
  }

  static from({ said, blocks, verdict }: KeptTurn, tap: Tap): Turn {
    const turn = new Turn(said, tap);
    for (const block of blocks) turn.add(block);
    if (verdict !== null) {
      press(turn.article.querySelector('.feedback'), verdict === 'useful' ? 0 : 1);
    }
    return turn;
  }

  /** @param word what is being done, until the reply says more */
  wait(word = '正在查找…'): void {
    this.#answer.replaceChildren();
    this.work(word);
  }

  /** Shows a word on what is being done; a screen reader reads it once, when it changes. */
  work(word: string): void {
    this.#word = word;
    if (this.#working.parentNode === null) {
      this.#patience ??= setTimeout(this.#tell, PATIENCE_MS);
    } else if (this.#working.textContent !== word) {
      this.#working.textContent = word;
    }
  }

  /** Takes back what came of a reply that now comes anew. */
  startAnew(): void {
    for (const one of [...this.#answer.children]) if (one !== this.#working) one.remove();
  }

  add(block: Block): void {
    this.rest();
    this.#answer.append(blockElement(block, this.#tap));
  }

  /** Nothing is being done any more. */
  rest(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#working.remove();
  }

  /** What came stays; the same message may be sent again. */
  fail(problem: string, again: () => void): void {
    this.rest();
    const line = element('p', { class: 'problem' }, problem, ' ');
    line.append(button('重试', 'quiet', again));
    this.#answer.append(line);
  }

  readonly #tell = (): void => {
    this.#patience = undefined;
    this.#working.textContent = this.#word;
    this.#answer.append(this.#working);
  };
}
