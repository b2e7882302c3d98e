import type { Api } from 'grammy';

/** The answer that every tap must get before its button stops to wait. */
export interface TapAnswer {
  /** Shows a word over the chat; false where the tap has been answered or is too old. */
  say(text: string, isAlert: boolean): Promise<boolean>;
  /** Answers without a word, unless it has been answered. */
  close(): void;
}

/** The apps give up waiting after some ten seconds. */
const LONGEST_SILENCE_MS = 3000;

/** @param silenceMs after which the tap is answered without a word */
export function answerTap(api: Api, query: string, silenceMs = LONGEST_SILENCE_MS): TapAnswer {
  let isAnswered = false;
  const answer = async (fields: { text?: string; show_alert?: boolean }): Promise<boolean> => {
    if (isAnswered) return false;
    isAnswered = true;
    clearTimeout(timer);
    try {
      return await api.answerCallbackQuery(query, fields);
    } catch {
      // Too old, answered by another process, or the line is down: the reply itself tells.
      return false;
    }
  };
  const timer = setTimeout(() => void answer({}), silenceMs);
  return {
    say: (text, isAlert) => answer({ text, show_alert: isAlert }),
    close: () => void answer({}),
  };
}
