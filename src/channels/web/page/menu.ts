import { byId } from './elements.ts';
import { forgetConversation } from './server.ts';
import { announce } from './status.ts';

/** What the menu leads to. */
export interface MenuActions {
  /** @param shown the words that stand for it on the page */
  say(text: string, shown: string): Promise<string | null>;
  /** After the conversation was forgotten. */
  startAnew(): Promise<void>;
}

export function setUpMenu({ say, startAnew }: MenuActions): void {
  const opener = byId('menu-button', HTMLButtonElement);
  const menu = byId('menu', HTMLUListElement);
  const toggle = (open: boolean) => {
    menu.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  opener.addEventListener('click', () => toggle(opener.getAttribute('aria-expanded') !== 'true'));
  addEventListener('click', ({ target }) => {
    if (target instanceof Node && !opener.contains(target)) toggle(false);
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || menu.hidden) return;
    toggle(false);
    opener.focus();
  });
  for (const item of menu.querySelectorAll<HTMLButtonElement>('[data-text]')) {
    const { text = '' } = item.dataset;
    item.addEventListener('click', () => void say(text, item.textContent));
  }
  setUpClearing(startAnew);
}

function setUpClearing(startAnew: () => Promise<void>): void {
  const dialog = byId('clear-dialog', HTMLDialogElement);
  byId('clear', HTMLButtonElement).addEventListener('click', () => dialog.showModal());
  byId('clear-no', HTMLButtonElement).addEventListener('click', () => dialog.close());
  byId('clear-yes', HTMLButtonElement).addEventListener('click', async () => {
    dialog.close();
    try {
      await forgetConversation();
      await startAnew();
      announce('记录已清除。');
    } catch (error) {
      announce((error as Error).message);
    }
  });
}
