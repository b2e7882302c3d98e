import type { Block, Placement, ReplyEvent, ShownButton } from '../../../conversation/reply.ts';
import { press, type Tap } from './blocks.ts';
import { Card, wasAnswering } from './card.ts';
import { byId } from './elements.ts';
import type { PassageSheet } from './passage-sheet.ts';
import { deliver, newMessageId, readHistory, type Said } from './server.ts';
import { Sight } from './sight.ts';
import { announce } from './status.ts';
import { Turn } from './turn.ts';
import { forgetUnanswered, keepUnanswered, readUnanswered } from './unanswered.ts';

/** Shows the question that was open last. */
const RESUME = '继续填写';
/** Bytes beyond which no file is taken: told before it is sent for minutes. */
const LARGEST_FILE = 20 * 1024 * 1024;
const TOO_LARGE = '文件超过 20 MB，不能发送。请压缩其中的图片，或者拆成几份后再发。';

/** The conversation on the page: what was said, and what is being said. */
export class ConversationView {
  readonly #log = byId('log', HTMLDivElement);
  readonly #earlier = byId('earlier', HTMLButtonElement);
  readonly #sight = new Sight();
  readonly #sheet: PassageSheet;
  readonly #onChoice: () => Promise<unknown>;
  readonly #card = new Card({
    tap: (tapped, pressed) => this.#tap(tapped, pressed),
    write: (button, text) => this.#write(button, text),
  });
  #oldest: string | undefined;
  #newest: string | null = null;
  /** Messages whose replies are not there yet. */
  #unanswered = 0;

  /** @param onChoice told when a choice was made, which may have changed who is here */
  constructor(sheet: PassageSheet, onChoice: () => Promise<unknown>) {
    this.#sheet = sheet;
    this.#onChoice = onChoice;
    this.#earlier.addEventListener('click', () => void this.#showEarlier());
  }

  /**
   * Shows what is kept, or the welcome where nothing is.
   *
   * @param keepsCard the same person goes on: the question that is open stays
   */
  async load(keepsCard = false): Promise<void> {
    if (!keepsCard) this.#card.leave();
    try {
      const { turns, hasMore } = await readHistory();
      const card = this.#card.article.isConnected ? [this.#card.article] : [];
      const articles = turns.map((turn) => Turn.from(turn, this.#tap).article);
      this.#log.replaceChildren(...articles, ...card);
      this.#earlier.hidden = !hasMore;
      this.#oldest = turns[0]?.id;
      this.#newest = turns.at(-1)?.id ?? null;
      if (turns.length === 0) await this.#speak({ text: '/start' }, '');
      else this.#log.lastElementChild?.scrollIntoView({ block: 'start' });
    } catch (error) {
      const turn = new Turn('', this.#tap);
      turn.fail((error as Error).message, () => location.reload());
      this.#log.append(turn.article);
    }
  }

  /** Shows what another window added meanwhile. */
  async refresh(): Promise<void> {
    if (this.#unanswered > 0) return;
    const kept = await readHistory().catch(() => null);
    if (kept !== null && (kept.turns.at(-1)?.id ?? null) !== this.#newest) await this.load(true);
  }

  /** Shows the question again that was open when the page was left. */
  async resumeAnswering(): Promise<void> {
    if (wasAnswering()) await this.#speak({ text: RESUME }, '');
  }

  /** Somebody else is here, or the conversation was forgotten. */
  forgetAnswering(): void {
    this.#card.remove();
  }

  /** Takes up the text whose reply was still coming when the page was left. */
  async resume(): Promise<void> {
    const message = readUnanswered();
    if (message === null) return;
    const { turns } = await readHistory().catch(() => ({ turns: [] }));
    if (turns.some((turn) => turn.message === message.id)) forgetUnanswered(message.id);
    else await this.#speak({ text: message.text }, message.text, undefined, message.id);
  }

  /** Says a text; gives a problem where it cannot be read, else null. */
  async say(text: string, shown: string = text): Promise<string | null> {
    return this.#speak({ text }, shown);
  }

  /** Sends a file; what it leads to is a turn like any other. */
  async sendFile(file: File): Promise<void> {
    if (file.size > LARGEST_FILE) return announce(TOO_LARGE);
    const problem = await this.#speak({ file }, `文件：${file.name}`);
    if (problem !== null) announce(problem);
  }

  readonly #tap: Tap = (tapped, pressed) => void this.#act(tapped, pressed);

  async #act({ label, action }: ShownButton, pressed: HTMLButtonElement): Promise<void> {
    if (pressed.getAttribute('aria-busy') === 'true') return;
    pressed.setAttribute('aria-busy', 'true');
    const shown = pressed.closest('.related, .choices') === null ? '' : label;
    await this.#speak({ action }, shown, pressed);
    pressed.removeAttribute('aria-busy');
    // A choice may have changed the history, as 确定清除 does.
    if (pressed.closest('.choices:not(.related)') === null) return;
    await this.#onChoice();
    await this.refresh();
  }

  /** False where it did not come through, and stands in its field still. */
  async #write({ action }: ShownButton, written: string): Promise<boolean> {
    let isAnswered = false;
    await this.#speak({ action, written }, '', undefined, newMessageId(), () => {
      isAnswered = true;
    });
    return isAnswered;
  }

  /** @param pressed the button that speaks, where one does: its reply may belong elsewhere */
  async #speak(
    said: Said,
    shown: string,
    pressed?: HTMLButtonElement,
    id = newMessageId(),
    onAnswered: () => void = () => {},
  ): Promise<string | null> {
    const turn = new Turn(shown, this.#tap);
    const isText = !('action' in said);
    if ('text' in said && shown !== '') keepUnanswered({ id, text: said.text });
    const send = async (): Promise<string | null> => {
      if (isText || turn.article.isConnected) this.#show(turn);
      turn.wait('file' in said ? uploading(said.file) : undefined);
      const reply = this.#receive(turn, pressed);
      this.#unanswered++;
      const delivery = await deliver(id, said, reply);
      this.#unanswered--;
      forgetUnanswered(id);
      turn.rest();
      this.#sight.release(turn.article);
      if (delivery.kind === 'answered') onAnswered();
      if (delivery.kind === 'refused') {
        turn.article.remove();
        if (!isText) announce(delivery.problem);
        return delivery.problem;
      }
      if (delivery.kind === 'failed') {
        if (isText || turn.article.isConnected) turn.fail(delivery.problem, () => void send());
        else announce(delivery.problem);
      }
      return null;
    };
    return send();
  }

  #show(turn: Turn): void {
    if (!turn.article.isConnected) this.#log.append(turn.article);
    this.#sight.keep(turn.article);
  }

  /** Takes the events of one reply to where they belong. */
  #receive(turn: Turn, pressed: HTMLButtonElement | undefined): (event: ReplyEvent) => void {
    let placement: Placement = 'turn';
    let beside: Block[] = [];
    return (event) => {
      if (event.kind === 'begin') {
        placement = event.placement;
        beside = [];
        turn.startAnew();
        if (placement === 'turn') {
          // With the questionnaire that is submitted, its card is over.
          if (pressed?.closest('.card') != null) this.#card.remove();
          if (!turn.article.isConnected) this.#show(turn);
        }
      } else if (event.kind === 'working') {
        turn.work(event.word);
      } else if (event.kind === 'block') {
        if (placement === 'turn') turn.add(event.block);
        else beside.push(event.block);
      } else if (event.kind === 'end') {
        if (event.takesBack === true) turn.takeBack();
        if (placement === 'turn') this.#newest = event.turn;
        else if (placement === 'in-place') this.#showInPlace(beside, turn);
        else this.#showBeside(beside, pressed);
      }
    };
  }

  #showInPlace(blocks: readonly Block[], turn: Turn): void {
    turn.article.remove();
    const isTyping = document.activeElement?.matches('#question') === true;
    this.#card.show(blocks, this.#log, !isTyping);
  }

  #showBeside(blocks: readonly Block[], pressed: HTMLButtonElement | undefined): void {
    const passage = blocks.find((block) => block.kind === 'passage');
    if (passage !== undefined) {
      this.#sheet.show(passage, this.#tap);
      return;
    }
    const text = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
    announce(text);
    const group = pressed?.closest('.feedback') ?? null;
    if (group !== null) press(group, [...group.children].indexOf(pressed as Element));
  }

  async #showEarlier(): Promise<void> {
    try {
      const { turns, hasMore } = await readHistory(this.#oldest);
      const first = this.#log.firstElementChild;
      this.#log.prepend(...turns.map((turn) => Turn.from(turn, this.#tap).article));
      this.#earlier.hidden = !hasMore;
      this.#oldest = turns[0]?.id ?? this.#oldest;
      first?.scrollIntoView({ block: 'start' });
    } catch (error) {
      announce((error as Error).message);
    }
  }
}

function uploading({ size }: File): string {
  const megabytes = size / (1024 * 1024);
  return megabytes < 1 ? '正在上传…' : `正在上传（${megabytes.toFixed(0)} MB）…`;
}
