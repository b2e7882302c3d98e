import { byId, element } from './elements.ts';
import { forgetConversation } from './server.ts';
import { announce } from './status.ts';

/** What the menu leads to. */
export interface MenuActions {
  /** @param shown the words that stand for it on the page */
  say(text: string, shown: string): Promise<string | null>;
  /** After the conversation was forgotten. */
  startAnew(): Promise<void>;
}

export function setUpMenu({ startAnew }: Pick<MenuActions, 'startAnew'>): void {
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
  setUpClearing(startAnew);
}

/** Clearing has a question of its own, and messages a button beside the menu. */
const ELSEWHERE: ReadonlySet<string> = new Set(['/clear', '/inbox']);

/** What the menu offers to whoever is here. */
export function fillMenu(
  entries: readonly { readonly text: string; readonly label: string }[],
  say: MenuActions['say'],
): void {
  const end = byId('menu-end', HTMLLIElement);
  for (const old of document.querySelectorAll('#menu li.offered')) old.remove();
  for (const { text, label } of entries) {
    if (ELSEWHERE.has(text)) continue;
    const item = element('li', { class: 'offered' });
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', () => void say(text, label));
    item.append(made);
    end.before(item);
  }
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
