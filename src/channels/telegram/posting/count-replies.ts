import type { Transformer } from 'grammy';
import type { Pace } from '../../../delivery/post/pace.ts';

const SECOND_MS = 1000;

/**
 * Has every call that shows something to a person take its share of what may be sent. It waits for
 * nothing; where Telegram makes it wait, messages that nobody waits for stay behind it.
 */
export function countReplies(pace: Pace): Transformer {
  return async (call, method, payload, signal) => {
    if (!/^(?:send|edit)/u.test(method)) return call(method, payload, signal);
    const chat = String((payload as { chat_id?: unknown }).chat_id ?? '');
    // A group has a limit of its own, as has a chat in a second; they say nothing of the others.
    const isOfChat = chat.startsWith('-') || pace.chatDelay(chat) > 0;
    pace.reply(chat);
    const answer = await call(method, payload, signal);
    if (!answer.ok && answer.error_code === 429 && !isOfChat) {
      pace.hold((answer.parameters?.retry_after ?? 1) * SECOND_MS);
    }
    return answer;
  };
}
