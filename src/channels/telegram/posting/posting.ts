import { once } from 'node:events';
import type { Transformer } from 'grammy';
import type { Clock } from '../../../clock.ts';
import type { TelegramConfig } from '../../../config.ts';
import { makeId } from '../../../conversation/ids.ts';
import type { Outbox } from '../../../delivery/outbox.ts';
import type { Bell } from '../../../delivery/post/bell.ts';
import { createPace } from '../../../delivery/post/pace.ts';
import { runPost } from '../../../delivery/post/post.ts';
import { messageOf } from '../../../errors.ts';
import { type Held, LeaseLost } from '../../../lease.ts';
import { createBot } from '../bot.ts';
import type { Link } from '../link.ts';
import type { TelegramLog } from '../log.ts';
import { countReplies } from './count-replies.ts';
import { POST_TIMES, type PostTimes } from './post-times.ts';
import { createSendDelivery } from './send-delivery.ts';

export interface PostingParts {
  readonly config: TelegramConfig;
  readonly outbox: Outbox;
  readonly bell?: Bell;
  readonly held: Held;
  readonly clock: Clock;
  readonly log: TelegramLog;
  readonly postTimes?: PostTimes;
  /** Told of failures; null where the operator hears of them otherwise. */
  readonly link: Link | null;
  readonly retryMs: number;
  /** Aborted when even what is under way must end. */
  readonly cutOff: AbortSignal;
}

/** The sending of messages that nobody waits for, such as reminders, beside the answers. */
export interface Posting {
  /** For the client that answers: replies go first, and count for the rate. */
  readonly countReplies: Transformer;
  /** Sends until the lease is given up or lost; never rejects. */
  run(): Promise<void>;
}

export function createPosting(parts: PostingParts): Posting {
  const { config, outbox, held, clock, log, link, retryMs, cutOff } = parts;
  const times = parts.postTimes ?? POST_TIMES;
  const pace = createPace({ perSecond: config.messagesPerSecond, now: times.now });
  return {
    countReplies: countReplies(pace),
    run: async () => {
      // A client of its own: the calls of the other are replies.
      const { api } = createBot(config, held.check, cutOff);
      // Records that never answer are no reason to go on for ever.
      const mustEnd = once(cutOff, 'abort');
      try {
        const post = runPost({
          ...{ outbox, channel: 'telegram', pace, clock, retryMs, cutOff, log },
          ...times,
          // A run that comes later takes what this one leaves for uncertain, in this process too.
          holder: makeId(),
          send: createSendDelivery({ api, link, log, retryMs }),
          signal: held.signal,
          check: held.check,
          bell: parts.bell ?? null,
        });
        await Promise.race([post, mustEnd]);
      } catch (error) {
        if (error instanceof LeaseLost) return;
        log.error({ reason: messageOf(error) }, 'Messages are not sent any more');
      }
    },
  };
}
