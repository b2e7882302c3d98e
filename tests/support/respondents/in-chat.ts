import type { Answer } from '../../../src/questionnaire/answers.ts';
import type { BotApi, SentMessage } from '../bot-api/start-bot-api.ts';
import type { ChatWatch } from './chat-watch.ts';
import { type Doing, itemIn, type Means, nextDoing, type Seen } from './means.ts';
import type { PageRespondent } from './on-page.ts';
import type { Progress } from './progress.ts';

/** Longer than a restart takes; then a person asks for the question again. */
const PATIENCE_MS = 15_000;
/** Taps at one question after which a person looks up: they may be a reply behind all the while. */
const MOST_AT_ONCE = 6;
/** After a word that is no reply, such as that one may be lost: what else is on its way comes first. */
const QUIET_MS = 1500;

/** Someone who answers in a chat of their own, by what stands in it at the moment. */
export function respondInChat(
  parts: {
    readonly api: BotApi;
    readonly watch: ChatWatch;
    readonly chat: number;
    readonly code: string;
    readonly means: Means;
  },
  progress: Progress,
): PageRespondent {
  const { api, watch, chat, code, means } = parts;
  let submitting: { readonly message: SentMessage; readonly data: string } | null = null;

  /** Acts, and waits until something has changed in the chat. */
  const during = async (act: () => { readonly update_id: number }): Promise<boolean> => {
    const changed = watch.next(chat, PATIENCE_MS);
    const begun = performance.now();
    const { update_id } = act();
    if (!(await changed)) return false;
    progress.replied('chat', performance.now() - begun);
    // Telegram may hand over again what it was not told in time that it had come.
    if (update_id % 20 === 0) redeliver(api, update_id);
    return true;
  };
  const say = (text: string) => during(() => api.say(chat, text));
  const tap = (message: SentMessage, data: string) => during(() => api.tap(message, data));
  const act = async (message: SentMessage, doing: Doing) => {
    await progress.acts();
    const data = dataFor(message, doing);
    if (doing.do === 'write') return say(doing.text);
    return data === undefined ? say('继续填写') : tap(message, data);
  };

  return {
    answer: async () => {
      let isShown = await say(`/start q-${code}`);
      let at = { item: '', acts: 0 };
      for (;;) {
        if (!isShown) isShown = await say('继续填写');
        const messages = api.messages(chat);
        if (messages.some(isDone)) return progress.submitted();
        const last = messages.at(-1);
        const seen = last === undefined ? null : seenIn(last);
        if (last === undefined) isShown = await say(`/start q-${code}`);
        else if (seen !== null) {
          const { id } = seen.item;
          at = at.item === id ? { item: id, acts: at.acts + 1 } : { item: id, acts: 1 };
          if (at.acts % MOST_AT_ONCE === 0 && (await watch.next(chat, QUIET_MS))) continue;
          isShown = await act(last, nextDoing(seen, means));
        } else {
          const key = keysOf(last).find(({ text }) => ONWARD.test(text));
          const isWord = key === undefined || key.text === SHOW_AGAIN;
          if (isWord && (await watch.next(chat, QUIET_MS))) continue;
          if (key?.text === '提交') {
            submitting = { message: last, data: key.data };
            progress.submits();
          }
          isShown = key !== undefined && (await tap(last, key.data));
        }
      }
    },
    submitAgain: async () => {
      if (submitting !== null) api.tap(submitting.message, submitting.data);
    },
  };
}

function redeliver(api: BotApi, update: number): void {
  try {
    api.redeliver(update);
  } catch {
    // It waits to be fetched still.
  }
}

function isDone({ text = '' }: SentMessage): boolean {
  return /问卷已提交|您已经提交/u.test(text);
}

function keysOf({ reply_markup }: SentMessage): { text: string; data: string }[] {
  return (reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((key) => ({ text: key.text, data: 'callback_data' in key ? key.callback_data : '' }));
}

/** Under a word that a reply may not have come through. */
const SHOW_AGAIN = '重新显示';
const ONWARD = /^(?:提交|开始填写|继续填写|重新显示|第\d+题)$/u;
const SIGN = /^(?:✓ |【第\d】)/u;

/** The key of what a person does; undefined where there is none. */
function dataFor(message: SentMessage, doing: Doing): string | undefined {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const keys = rows.map((row) => keysOf({ ...message, reply_markup: { inline_keyboard: [row] } }));
  switch (doing.do) {
    case 'choose':
      return keys[doing.option]?.[0]?.data;
    case 'mark':
      return keys[doing.scale === 'importance' ? 0 : 1]?.[doing.mark - 1]?.data;
    case 'not-applicable':
      return keys[2]?.[0]?.data;
    case 'forward':
      return keys.at(-2)?.at(-1)?.data;
    case 'write':
      return undefined;
    default:
      return doing satisfies never;
  }
}

/** Null where the message asks nothing. */
function seenIn(message: SentMessage): Seen | null {
  const text = message.text ?? '';
  const item = /第 \d+ 题，共 \d+ 题/u.test(text) ? itemIn(text) : undefined;
  if (item === undefined || message.reply_markup === undefined) return null;
  const rows = message.reply_markup.inline_keyboard.map((row) => row.map((key) => key.text));
  const column = rows.map(([label = '']) => label);
  const chosen = column.flatMap((label, at) => (SIGN.test(label) ? [at] : []));
  return { item, answer: answerSeen() };

  function answerSeen(): Answer | null {
    const [only] = chosen;
    const written = /\n\n(?:您的回答|请注明其他)：(.*)\n/u.exec(text)?.[1] ?? '';
    switch (item?.type) {
      case 'single':
        return only === undefined ? null : { kind: 'single', option: only, other: written };
      case 'multiple':
        return only === undefined ? null : { kind: 'multiple', options: chosen, other: written };
      case 'ranking': {
        const place = (at: number) => Number(/^【第(\d)】/u.exec(column[at] ?? '')?.[1]);
        return { kind: 'ranking', order: chosen.toSorted((a, b) => place(a) - place(b)) };
      }
      case 'scale-pair': {
        if (SIGN.test(rows[2]?.[0] ?? '')) return { kind: 'not-applicable' };
        const markIn = (row: number) => {
          const at = rows[row]?.findIndex((label) => SIGN.test(label)) ?? -1;
          return at < 0 ? null : at + 1;
        };
        return { kind: 'scale-pair', importance: markIn(0), competence: markIn(1) };
      }
      case 'number':
        return written === '' ? null : { kind: 'number', value: Number.parseInt(written, 10) };
      default:
        return written === '' ? null : { kind: 'text', text: written };
    }
  }
}
