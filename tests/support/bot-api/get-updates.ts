import { BotApiError } from './api-error.ts';
import { type CallArguments, integerArgument, textArgument } from './call-arguments.ts';
import type { UpdateQueue } from './update-queue.ts';

const MAX_LIMIT = 100;
const MAX_TIMEOUT = 50;
const CONFLICT_WEBHOOK =
  "Conflict: can't use getUpdates method while webhook is active; " +
  'use deleteWebhook to delete the webhook first';
const CONFLICT_OTHER =
  'Conflict: terminated by other getUpdates request; ' +
  'make sure that only one bot instance is running';
const CONFLICT_SET_WEBHOOK = 'Conflict: terminated by setWebhook request';

interface LongPoll {
  end(finish: () => void): void;
  look(): void;
}

export interface Polling {
  getUpdates(
    call: CallArguments,
    gone: AbortSignal,
  ): Promise<readonly unknown[]> | readonly unknown[];
  /** Updates may have come. */
  look(): void;
  /** Whether a long poll waits right now. */
  active(): boolean;
  endForWebhook(): void;
  close(): void;
}

export function createPolling(queue: UpdateQueue, webhookIsSet: () => boolean): Polling {
  let poll: LongPoll | undefined;
  const conflict = (description: string) => {
    poll?.end(() => {
      throw new BotApiError(409, description);
    });
  };
  const wait = (offset: number, limit: number, seconds: number, gone: AbortSignal) =>
    new Promise<readonly unknown[]>((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer);
        if (poll === self) poll = undefined;
        try {
          finish();
        } catch (error) {
          reject(error);
        }
      };
      const look = () => {
        const updates = queue.take(offset, limit);
        if (updates.length > 0) end(() => resolve(updates));
      };
      const timer = setTimeout(() => end(() => resolve([])), seconds * 1000);
      const self = { end, look };
      poll = self;
      gone.addEventListener('abort', () => end(() => {}));
    });
  const getUpdates = (call: CallArguments, gone: AbortSignal) => {
    if (webhookIsSet()) throw new BotApiError(409, CONFLICT_WEBHOOK);
    const offset = integerArgument(call, 'offset', 0);
    const limit = between(1, integerArgument(call, 'limit', MAX_LIMIT), MAX_LIMIT);
    const timeout = between(0, integerArgument(call, 'timeout', 0), MAX_TIMEOUT);
    queue.allow(textArgument(call, 'allowed_updates'));
    const updates = queue.take(offset, limit);
    if (updates.length > 0 || timeout === 0) return updates;
    conflict(CONFLICT_OTHER);
    return wait(Math.max(0, offset), limit, timeout, gone);
  };
  return {
    getUpdates,
    look: () => poll?.look(),
    active: () => poll !== undefined,
    endForWebhook: () => conflict(CONFLICT_SET_WEBHOOK),
    close: () => poll?.end(() => {}),
  };
}

function between(low: number, value: number, high: number): number {
  return Math.min(Math.max(low, value), high);
}
