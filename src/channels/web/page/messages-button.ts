import { byId } from './elements.ts';
import { type Me, readMe } from './server.ts';
import { announce } from './status.ts';

/** Milliseconds from one look to the next, while the page is in sight. */
const EVERY_MS = 60_000;
/** A larger number is not told. */
const MOST_SHOWN = 99;

/** 消息 at the top, with how many wait to be opened; not there for a visitor. */
export class MessagesButton {
  readonly #button = byId('messages-button', HTMLButtonElement);
  readonly #count = byId('unread', HTMLSpanElement);
  #unread = 0;

  /** @param open shows the messages, to the end of that reply */
  constructor(open: () => Promise<unknown>) {
    this.#button.addEventListener('click', () => void open().then(() => this.#look()));
    setInterval(() => void this.#look(), EVERY_MS);
    document.addEventListener('visibilitychange', () => void this.#look());
  }

  show({ role, unread }: Pick<Me, 'role' | 'unread'>): void {
    this.#unread = unread;
    this.#button.hidden = role === 'stranger';
    this.#button.setAttribute('aria-label', unread === 0 ? '消息' : `消息，${unread} 条未读`);
    this.#count.hidden = unread === 0;
    this.#count.textContent = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
  }

  /** Says once that there is something new; what cannot be learnt now is learnt the next time. */
  async #look(): Promise<void> {
    if (document.visibilityState !== 'visible' || this.#button.hidden) return;
    const before = this.#unread;
    const me = await readMe().catch(() => null);
    if (me === null) return;
    this.show(me);
    if (this.#unread > before) announce('收到新消息。');
  }
}
