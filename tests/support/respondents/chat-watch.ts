import type { BotApi } from '../bot-api/start-bot-api.ts';

const LOOK_MS = 3;

/** Wakes those who wait for something to change in their chat. */
export interface ChatWatch {
  /** True once a message came or was changed there; false where none did in time. */
  next(chat: number, withinMs: number): Promise<boolean>;
  end(): void;
}

export function watchChats({ calls }: BotApi): ChatWatch {
  const waiting = new Map<number, () => void>();
  let seen = calls.length;
  const look = setInterval(() => {
    for (; seen < calls.length; seen++) {
      const call = calls[seen];
      if (call?.ok !== true || !/^(?:sendMessage|editMessageText)$/u.test(call.method)) continue;
      waiting.get(Number(call.payload.chat_id))?.();
    }
  }, LOOK_MS);
  return {
    next: (chat, withinMs) =>
      new Promise((resolve) => {
        const settle = (changed: boolean) => {
          clearTimeout(enough);
          waiting.delete(chat);
          resolve(changed);
        };
        const enough = setTimeout(() => settle(false), withinMs);
        waiting.set(chat, () => settle(true));
      }),
    end: () => clearInterval(look),
  };
}
