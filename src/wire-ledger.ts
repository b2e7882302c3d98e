import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { answeredButtons } from './conversation/features/messages/message-buttons.ts';
import { makeId } from './conversation/ids.ts';
import { readableIn } from './conversation/readable.ts';
import { messageOf } from './errors.ts';
import { keepVectors } from './materials/ledger/keep-vectors.ts';
import type { ServeLedgerParts } from './materials/ledger/serve-ledger.ts';
import type { ModelLog } from './model/log.ts';
import { ModelFailure } from './model/model.ts';
import type { RestDays } from './reminder/calendar/rest-days.ts';
import { allowedAt } from './reminder/schedule/sending-time.ts';
import type { IndexKeeper } from './retrieval/index/keep-index.ts';
import type { Records } from './storage/records.ts';
import type { WiredModel } from './wire-model.ts';

/** What goes on behind the unanswered ledger. */
export type LedgerService = Omit<ServeLedgerParts, 'holder' | 'log'>;

const PAGE = 'web';

export function wireLedger(
  config: Pick<Config, 'zone' | 'answerDays' | 'internalChannels' | 'telegram'>,
  { ledger, leases, people }: Pick<Records, 'ledger' | 'leases' | 'people'>,
  parts: {
    readonly indexes: Pick<IndexKeeper, 'borrowServing' | 'fresh' | 'trouble'>;
    readonly clock: Clock;
    readonly restDays: RestDays;
    readonly model: WiredModel | null;
    readonly log: ModelLog;
  },
): LedgerService {
  const { zone, answerDays, internalChannels, telegram } = config;
  const { indexes, clock, restDays, model, log } = parts;
  const channels = telegram === null ? [PAGE] : [PAGE, 'telegram'];
  return {
    ...{ ledger, leases, people, clock, zone, answerDays },
    borrowIndex: indexes.borrowServing,
    ...{ freshIndex: indexes.fresh, indexTrouble: indexes.trouble },
    readable: (index, person, by) => {
      const reads = (channel: string) => ({ person, channel, isPublic: false });
      return (by === 'message' ? channels : [PAGE]).reduce(
        (shown, channel) => readableIn(shown, reads(channel), internalChannels),
        index,
      );
    },
    // Timed like a notice that is not urgent: nobody waits for it.
    allowedAt: (now) => allowedAt({ kind: 'class', isUrgent: false }, now, zone, restDays),
    vectorsOf: keepVectors({
      // Where there is no chat model people are told that nothing leaves.
      embedding: model?.tools == null ? null : model.endpoint.embedding,
      onTrouble: (error) => {
        if (error instanceof ModelFailure) return;
        log.warn({ reason: messageOf(error) }, 'Questions are placed without vectors');
      },
    }),
    ...{ newId: makeId, buttonsOf: answeredButtons },
  };
}
