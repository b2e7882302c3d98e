import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { recallButtons } from './conversation/features/messages/message-buttons.ts';
import { makeId } from './conversation/ids.ts';
import type { ServeRecallsParts } from './materials/recall/serve-recalls.ts';
import type { Shelf } from './materials/shelf.ts';
import type { RestDays } from './reminder/calendar/rest-days.ts';
import { allowedAt } from './reminder/schedule/sending-time.ts';
import type { IndexKeeper } from './retrieval/index/keep-index.ts';
import type { Records } from './storage/records.ts';

/** What tells people of quotes that hold no more. */
export type RecallService = Omit<ServeRecallsParts, 'holder' | 'log'>;

export function wireRecalls(
  config: Pick<Config, 'zone' | 'answerDays' | 'internalChannels' | 'telegram'>,
  { givenAnswers, leases }: Pick<Records, 'givenAnswers' | 'leases'>,
  parts: {
    readonly shelf: Shelf;
    readonly clock: Clock;
    readonly restDays: RestDays;
    readonly indexes: Pick<IndexKeeper, 'fresh' | 'stopped'>;
  },
): RecallService {
  const { zone, answerDays, internalChannels, telegram } = config;
  const channels = telegram === null ? ['web'] : ['web', 'telegram'];
  return {
    ...{ givenAnswers, leases, shelf: parts.shelf, clock: parts.clock },
    isHeld: async () => (await parts.indexes.fresh()) !== null && parts.indexes.stopped() !== null,
    ...{ zone, answerDays, newId: makeId, buttonsOf: recallButtons },
    carriesInternal: channels.every((one) => internalChannels.includes(one)),
    // Timed like a notice that is not urgent: nobody waits for it.
    allowedAt: (now) => allowedAt({ kind: 'class', isUrgent: false }, now, zone, parts.restDays),
  };
}
