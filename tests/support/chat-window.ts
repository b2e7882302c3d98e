import { setTimeout as pause } from 'node:timers/promises';
import type { SentMessage } from './bot-api/start-bot-api.ts';
import type { PlanBot } from './plan-bot.ts';

const LONGEST_MS = 60_000;

/** A chat with the bot as the person who holds the phone sees it. */
export interface ChatWindow {
  /** Everything that the bot shows there now. */
  shown(): readonly SentMessage[];
  /** Says something and gives the messages that came in answer. */
  say(text: string, fields?: Record<string, unknown>): Promise<readonly SentMessage[]>;
  /** Taps a button by its label; gives the messages that came in answer. */
  tap(on: SentMessage, label: string, from?: number): Promise<readonly SentMessage[]>;
  tapData(on: SentMessage, data: string, from?: number): Promise<readonly SentMessage[]>;
}

export function openChat(bot: PlanBot, chat: number): ChatWindow {
  const { api } = bot;
  const shown = () => api.messages(chat);
  const during = async (act: () => void) => {
    const before = new Set(shown().map(({ message_id }) => message_id));
    act();
    await settled(bot);
    return shown().filter(({ message_id }) => !before.has(message_id));
  };
  const tapData = (on: SentMessage, data: string, from?: number) =>
    during(() => void api.tap(on, data, from === undefined ? {} : { from }));
  return {
    shown,
    say: (text, fields) => during(() => void api.say(chat, text, fields)),
    tap: (on, label, from) => tapData(on, dataOf(on, label), from),
    tapData,
  };
}

/** @throws where the message has no such button */
export function dataOf({ reply_markup, text }: SentMessage, label: string): string {
  const found = reply_markup?.inline_keyboard.flat().find((one) => one.text === label);
  if (found === undefined || !('callback_data' in found) || found.callback_data === undefined) {
    throw new Error(`Expected a button "${label}" under "${text?.slice(0, 40)}"`);
  }
  return found.callback_data;
}

/** Until every update has been fetched, confirmed and dealt with. */
export async function settled({ api, app }: PlanBot): Promise<void> {
  const botId = Number(api.token.split(':')[0]);
  const { inbox } = await app.records();
  for (const end = Date.now() + LONGEST_MS; ; ) {
    const [toFetch, undone] = [api.pending(), (await inbox.pending(botId)).length];
    if (toFetch + undone === 0) return;
    if (Date.now() > end) {
      const left = `${toFetch} to fetch, ${undone} in the inbox`;
      throw new Error(`Expected the bot to deal with every update: ${left}`);
    }
    await pause(5);
  }
}

/** What entities of a type cover. */
export function covered({ text = '', entities = [] }: SentMessage, type: string): string[] {
  return entities
    .filter((one) => one.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}
