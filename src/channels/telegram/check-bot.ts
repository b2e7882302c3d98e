import type { TelegramConfig } from '../../config.ts';
import { createBot, forClient } from './bot.ts';
import { lineOf } from './link.ts';
import { failureOf } from './sending/failure.ts';

export type BotCheck =
  | { readonly ok: true; readonly username: string }
  /** `problem` is a line for the operator. */
  | { readonly ok: false; readonly problem: string };

const PATIENCE_MS = 5000;

/** Asks Telegram who the bot is; never rejects. */
export async function checkBot(config: TelegramConfig): Promise<BotCheck> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const { username } = await createBot(config, () => {}, signal).api.getMe(forClient(signal));
    return { ok: true, username };
  } catch (error) {
    return { ok: false, problem: lineOf(failureOf(error)) };
  }
}
