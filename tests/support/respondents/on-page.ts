import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Block, QuestionBlock, ShownButton } from '../../../src/conversation/reply.ts';
import type { Answer } from '../../../src/questionnaire/answers.ts';
import { type Doing, itemIn, type Means, nextDoing, type Seen } from './means.ts';
import { type Said, sendFromPage } from './page-message.ts';
import type { Progress } from './progress.ts';

type Question = QuestionBlock<ShownButton>;

/** As the page waits before it asks for a reply again. */
const PAUSES_MS = [500, 2000];

export interface PageRespondent {
  /** Answers and submits, however often the service goes down meanwhile. */
  answer(): Promise<void>;
  /** Taps 提交 again, as another window of the same person may show it still. */
  submitAgain(): Promise<void>;
}

/** @param cookie of the person, or of a visitor */
export function respondOnPage(
  parts: {
    readonly url: string;
    readonly cookie: string;
    readonly code: string;
    readonly means: Means;
  },
  progress: Progress,
): PageRespondent {
  const { url, cookie, code, means } = parts;
  let lastSubmit: Said | null = null;

  /** As the page does: the same message again, and in the end the person sends it once more. */
  const send = async (
    said: Said,
    tries = PAUSES_MS.length + 1,
  ): Promise<readonly Block[] | null> => {
    const id = randomBytes(16).toString('hex');
    for (let attempt = 0; attempt < tries; attempt++) {
      const begun = performance.now();
      const blocks = await sendFromPage(url, cookie, id, said);
      if (blocks !== null) {
        progress.replied('page', performance.now() - begun);
        return blocks;
      }
      await pause(PAUSES_MS[Math.min(attempt, 1)]);
    }
    return null;
  };
  const say = (text: string) => send({ text }, Number.POSITIVE_INFINITY);
  const tap = ({ action }: ShownButton, written?: string) =>
    send(written === undefined ? { action } : { action, written });

  /** The page is loaded anew: what is kept, and the question that was open. */
  const lookAnew = async (): Promise<readonly Block[] | null> => {
    const blocks = await say('继续填写');
    const isThere = (blocks ?? []).some((block) => isOurs(block));
    return isThere ? blocks : say(`问卷 ${code}`);
  };
  const act = async (question: Question, doing: Doing) => {
    await progress.acts();
    const [first, second] = question.groups;
    const choices = first?.choices ?? [];
    switch (doing.do) {
      case 'choose':
        return tap(choices[doing.option]?.button as ShownButton);
      case 'mark': {
        const row = doing.scale === 'importance' ? first : second;
        return tap(row?.choices[doing.mark - 1]?.button as ShownButton);
      }
      case 'not-applicable':
        return tap(question.groups.at(-1)?.choices[0]?.button as ShownButton);
      case 'write':
        return question.input === null ? say(doing.text) : tap(question.input.button, doing.text);
      case 'forward':
        return tap(question.forward);
      default:
        return doing satisfies never;
    }
  };

  return {
    answer: async () => {
      let shown = await say(`问卷 ${code}`);
      for (;;) {
        if (isDone(shown ?? [])) return progress.submitted();
        const question = (shown ?? []).find((block) => block.kind === 'question');
        if (question !== undefined) {
          shown = await act(question, nextDoing(seenIn(question), means));
          continue;
        }
        const next = buttonIn(shown ?? [], /^(?:提交|开始填写|继续填写|第\d+题)$/u);
        if (next === undefined) shown = await lookAnew();
        else {
          if (next.label === '提交') {
            lastSubmit = { action: next.action };
            progress.submits();
          }
          shown = await tap(next);
        }
      }
    },
    submitAgain: async () => {
      if (lastSubmit !== null) await send(lastSubmit);
    },
  };
}

function isOurs(block: Block): boolean {
  return (
    block.kind === 'question' ||
    isDone([block]) ||
    buttonIn([block], /^(?:提交|第\d+题)$/u) !== undefined
  );
}

function isDone(blocks: readonly Block[]): boolean {
  const told = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  return /问卷已提交|您已经提交/u.test(told.join('\n'));
}

function buttonIn(blocks: readonly Block[], label: RegExp): ShownButton | undefined {
  const buttons = blocks.flatMap((block) => ('buttons' in block ? block.buttons : []));
  return buttons.find((one) => label.test(one.label));
}

function seenIn({ text, groups, input }: Question): Seen {
  const item = itemIn(text);
  if (item === undefined) throw new Error(`Nobody asks "${text}"`);
  const chosenIn = (at: number) =>
    (groups[at]?.choices ?? []).flatMap((one, option) => (one.isChosen ? [option] : []));
  const written = input?.value ?? '';
  const placed = (groups[0]?.choices ?? [])
    .flatMap(({ place }, option) => (place === null ? [] : [{ place, option }]))
    .toSorted((one, other) => one.place - other.place);
  return { item, answer: answerSeen() };

  function answerSeen(): Answer | null {
    const chosen = chosenIn(0);
    const [only] = chosen;
    switch (item?.type) {
      case 'single':
        return only === undefined ? null : { kind: 'single', option: only, other: written };
      case 'multiple':
        return only === undefined ? null : { kind: 'multiple', options: chosen, other: written };
      case 'ranking':
        return { kind: 'ranking', order: placed.map(({ option }) => option) };
      case 'scale-pair': {
        if (chosenIn(2).length > 0) return { kind: 'not-applicable' };
        const markAt = (at: number) => {
          const [mark] = chosenIn(at);
          return mark === undefined ? null : mark + 1;
        };
        return { kind: 'scale-pair', importance: markAt(0), competence: markAt(1) };
      }
      case 'number':
        return written === '' ? null : { kind: 'number', value: Number(written) };
      default:
        return written === '' ? null : { kind: 'text', text: written };
    }
  }
}
