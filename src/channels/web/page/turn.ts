import type { Block } from '../../../conversation/reply.ts';
import type { Turn as KeptTurn } from '../../../conversation/store.ts';
import { blockElement, press, type Tap } from './blocks.ts';
import { button, element } from './elements.ts';

/** Shorter waits than this are not worth a word. */
const PATIENCE_MS = 150;

/** One question and its answer on the page. */
export class Turn {
  readonly article = element('article');
  readonly #answer = element('div', { class: 'answer' });
  readonly #tap: Tap;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param said empty where nobody said anything */
  constructor(said: string, tap: Tap) {
    this.#tap = tap;
    const name = said === '' ? '干训助手' : `问：${said}`;
    this.article.setAttribute('aria-label', name);
    const asked = element('h2', { class: said === '' ? 'unseen' : 'asked' }, said || name);
    this.article.append(asked, this.#answer);
  }

  static from({ said, blocks, verdict }: KeptTurn, tap: Tap): Turn {
    const turn = new Turn(said, tap);
    for (const block of blocks) turn.add(block);
    if (verdict !== null) {
      press(turn.article.querySelector('.feedback'), verdict === 'useful' ? 0 : 1);
    }
    return turn;
  }

  wait(): void {
    this.clear();
    this.#waiting = setTimeout(() => {
      this.#answer.append(element('p', { class: 'waiting' }, '正在查找…'));
    }, PATIENCE_MS);
  }

  clear(): void {
    clearTimeout(this.#waiting);
    this.#answer.replaceChildren();
  }

  add(block: Block): void {
    clearTimeout(this.#waiting);
    this.#answer.querySelector('.waiting')?.remove();
    this.#answer.append(blockElement(block, this.#tap));
  }

  /** What came stays; the same message may be sent again. */
  fail(problem: string, again: () => void): void {
    clearTimeout(this.#waiting);
    this.#answer.querySelector('.waiting')?.remove();
    const line = element('p', { class: 'problem' }, problem, ' ');
    line.append(button('重试', 'quiet', again));
    this.#answer.append(line);
  }

  reveal(): void {
    const smooth = matchMedia('(prefers-reduced-motion: no-preference)').matches;
    this.article.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'auto' });
  }
}
