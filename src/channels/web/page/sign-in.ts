import { button, byId, element } from './elements.ts';
import { chooseDemo, type Me, readMe, signIn, signOut } from './server.ts';
import { announce } from './status.ts';

export interface SignInActions {
  /** Somebody else is here now. */
  changed(me: Me): Promise<void>;
}

/** Twelve letters and digits, in groups or not: what a code in the address or the composer looks like. */
const CODE = /^\s*(?:[2-9A-HJKMNP-Z]{4}[\s-]?){3}\s*$/iu;

const BEFORE_SIGNING_OUT =
  '退出以后，要用您的登录码才能再登录，别人不能代为取得。还没有登录码的，请先在“我的数据”中点“取登录码”。现在退出吗？';

/** Who is here: shown at the top, changed by a code, by signing out, or in the demonstration. */
export class SignIn {
  readonly #actions: SignInActions;
  readonly #opener = byId('sign-in-button', HTMLButtonElement);
  readonly #out = byId('sign-out', HTMLButtonElement);
  readonly #dialog = byId('sign-in-dialog', HTMLDialogElement);
  readonly #code = byId('code', HTMLInputElement);
  readonly #problem = byId('sign-in-problem', HTMLParagraphElement);
  readonly #demo = byId('demo', HTMLFieldSetElement);
  #isStranger = true;

  constructor(actions: SignInActions) {
    this.#actions = actions;
    this.#opener.addEventListener('click', () => this.#ask(''));
    byId('sign-in-cancel', HTMLButtonElement).addEventListener('click', () => this.#dialog.close());
    byId('sign-in-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.#out.addEventListener('click', () => {
      if (confirm(BEFORE_SIGNING_OUT)) void this.#change(signOut, '已退出登录。');
    });
    addEventListener('hashchange', () => this.takeCodeFromAddress());
  }

  /** Shows who is here. */
  async load(): Promise<Me> {
    const me = await readMe();
    this.#isStranger = me.role === 'stranger';
    const pretends = me.demo !== null && me.demo.role !== null;
    this.#opener.hidden = !this.#isStranger;
    this.#out.hidden = this.#isStranger || pretends;
    this.#showDemo(me.demo);
    byId('attach', HTMLButtonElement).hidden = !me.mayImport;
    return me;
  }

  /** A link or a scanned picture brings the code behind the number sign. */
  takeCodeFromAddress(): void {
    const code = /^#code=([^&]+)$/u.exec(location.hash)?.[1];
    if (code === undefined) return;
    history.replaceState(null, '', location.pathname + location.search);
    this.#ask(decodeURIComponent(code));
  }

  /** Whether a text that a stranger typed was a code, and is dealt with. */
  tookCode(text: string): boolean {
    if (!this.#isStranger || !CODE.test(text) || !/\d/u.test(text)) return false;
    this.#ask(text.trim());
    return true;
  }

  #ask(code: string): void {
    this.#code.value = code;
    this.#problem.hidden = true;
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#code.focus();
  }

  async #send(): Promise<void> {
    try {
      await signIn(this.#code.value);
      this.#dialog.close();
      await this.#actions.changed(await this.load());
      announce('已登录。');
    } catch (error) {
      this.#problem.textContent = (error as Error).message;
      this.#problem.hidden = false;
      this.#code.focus();
    }
  }

  async #change(work: () => Promise<void>, done: string): Promise<void> {
    try {
      await work();
      await this.#actions.changed(await this.load());
      announce(done);
    } catch (error) {
      announce((error as Error).message);
    }
  }

  #showDemo(demo: Me['demo']): void {
    this.#demo.hidden = demo === null;
    if (demo === null) return;
    const choices = [{ role: null, label: '访客' }, ...demo.roles].map(({ role, label }) => {
      const made = button(
        label,
        'choice',
        () => void this.#change(() => chooseDemo(role), `现在是${label}。`),
      );
      made.setAttribute('aria-pressed', String(role === demo.role));
      return made;
    });
    this.#demo.replaceChildren(element('legend', {}, '演示'), ...choices);
  }
}
