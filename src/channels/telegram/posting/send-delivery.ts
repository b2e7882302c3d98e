import type { Api } from 'grammy';
import type { Outgoing } from '../../../delivery/outbox.ts';
import type { Attempt } from '../../../delivery/post/post-parts.ts';
import { type Link, waitAfter } from '../link.ts';
import type { TelegramLog } from '../log.ts';
import { type Failure, failureOf } from '../sending/failure.ts';
import { sendMessage } from '../sending/send-message.ts';
import { deliveryWords } from './delivery-words.ts';

export interface SendParts {
  readonly api: Api;
  /** Told of failures; null where the operator hears of them otherwise. */
  readonly link: Link | null;
  readonly log: TelegramLog;
  /** Milliseconds between two tries while Telegram does not answer. */
  readonly retryMs: number;
}

const DONE: Attempt = { outcome: { kind: 'sent' }, holdMs: 0 };

/**
 * Sends messages that nobody waits for.
 *
 * @returns what sends one; rejects with LeaseLost where another process may speak now
 */
export function createSendDelivery(parts: SendParts): (message: Outgoing) => Promise<Attempt> {
  const { api, link, log, retryMs } = parts;
  /** An answer was lost: the line is tried before it costs another one. */
  let isInDoubt = false;

  const after = (failure: Failure): Attempt => {
    const { kind, reason } = failure;
    switch (kind) {
      case 'closed':
        log.info({ reason }, 'A chat is closed to the bot');
        return { outcome: { kind: 'failed', reason: 'blocked' }, holdMs: 0 };
      case 'refused':
        log.error({ reason }, 'Telegram refused a message');
        return { outcome: { kind: 'failed', reason: 'refused' }, holdMs: 0 };
      case 'uncertain':
        log.warn({ reason }, 'A message may have been lost');
        isInDoubt = true;
        return { outcome: { kind: 'uncertain' }, holdMs: retryMs };
      case 'flood':
        log.warn({ reason }, 'Telegram asks to wait');
        return { outcome: { kind: 'again' }, holdMs: waitAfter(failure, retryMs) };
      case 'unreachable':
      case 'unauthorized':
      case 'conflict':
        log.debug({ reason }, 'A message waits for Telegram');
        link?.down(failure);
        return { outcome: { kind: 'again' }, holdMs: waitAfter(failure, retryMs) };
      default:
        return kind satisfies never;
    }
  };

  /** Null where the line holds. */
  const tryLine = async (): Promise<Attempt | null> => {
    try {
      await api.getMe();
      isInDoubt = false;
      return null;
    } catch (error) {
      const failure = failureOf(error);
      link?.down(failure);
      return { outcome: { kind: 'again' }, holdMs: waitAfter(failure, retryMs) };
    }
  };

  return async (message) => {
    const broken = isInDoubt ? await tryLine() : null;
    if (broken !== null) return broken;
    const place = { chat: Number(message.key), thread: null, answers: null };
    try {
      await sendMessage(api, deliveryWords(message), place);
    } catch (error) {
      return after(failureOf(error));
    }
    link?.up();
    return DONE;
  };
}
