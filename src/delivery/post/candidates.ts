import type { Outgoing } from '../outbox.ts';
import type { PostParts } from './post-parts.ts';

/** Messages that are ready, as far as they have been looked at. */
export interface Candidates {
  /** Takes out up to so many that may go, no two of one chat, in their order. */
  take(most: number, mayGo: (message: Outgoing) => boolean): Promise<readonly Outgoing[]>;
  /** There is something new. */
  lookSoon(): void;
}

/** Looked at in one go. */
const PORTION = 50;
/** Where all of them must wait for their chats, those behind them are looked at too. */
const MOST_LOOKED_AT = 3200;
/** What others left on its way is looked for again, since a suspended process may write late. */
const GIVE_UP_EVERY_MS = 60_000;

type Parts = Pick<PostParts, 'outbox' | 'channel' | 'holder' | 'clock' | 'now' | 'lookMs' | 'log'>;

export function createCandidates(parts: Parts): Candidates {
  const { outbox, channel, holder, clock, now, lookMs, log } = parts;
  let ready: readonly Outgoing[] = [];
  let lookAt = Number.NEGATIVE_INFINITY;
  let giveUpAt = Number.NEGATIVE_INFINITY;

  const giveUp = async (): Promise<void> => {
    const given = await outbox.giveUp(channel, holder, clock.now());
    if (given > 0) log.warn({ given }, 'It is unknown whether messages arrived');
    giveUpAt = now() + GIVE_UP_EVERY_MS;
  };
  const takeOut = (most: number, mayGo: (message: Outgoing) => boolean): Outgoing[] => {
    const taken = new Map<string, Outgoing>();
    for (const message of ready) {
      if (taken.size === most) break;
      if (!taken.has(message.key) && mayGo(message)) taken.set(message.key, message);
    }
    const chosen = [...taken.values()];
    ready = ready.filter((message) => !chosen.includes(message));
    return chosen;
  };

  return {
    take: async (most, mayGo) => {
      const chosen = takeOut(most, mayGo);
      if (chosen.length > 0 || now() < lookAt) return chosen;
      if (now() >= giveUpAt) await giveUp();
      for (let limit = PORTION; ; limit *= 2) {
        lookAt = now() + lookMs;
        ready = await outbox.ready(channel, limit);
        const hasMore = ready.length === limit;
        const found = takeOut(most, mayGo);
        // Behind a whole portion there are others.
        if (hasMore && found.length > 0) lookAt = Number.NEGATIVE_INFINITY;
        if (!hasMore || found.length > 0 || limit >= MOST_LOOKED_AT) return found;
      }
    },
    lookSoon: () => {
      lookAt = Number.NEGATIVE_INFINITY;
    },
  };
}
