import type { Api } from 'grammy';
import type { Place } from '../sending/send-message.ts';

/** The word that somebody is typing, which Telegram shows above a chat. */
export interface Typing {
  on(): void;
  off(): void;
}

/** Telegram shows it for five seconds at a time. */
const EVERY_MS = 4500;

export function createTyping(api: Api, { chat, thread }: Pick<Place, 'chat' | 'thread'>): Typing {
  let every: NodeJS.Timeout | undefined;
  const show = () => {
    const place = thread === null ? {} : { message_thread_id: thread };
    api.sendChatAction(chat, 'typing', place).catch(() => {});
  };
  return {
    on: () => {
      if (every !== undefined) return;
      show();
      every = setInterval(show, EVERY_MS);
    },
    off: () => {
      clearInterval(every);
      every = undefined;
    },
  };
}
