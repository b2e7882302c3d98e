import { dateIn } from '../../clock.ts';
import { messageOf } from '../../errors.ts';
import {
  keepLease,
  type LeaseKeeper,
  type LeaseStore,
  type LeaseTimes,
  pause,
} from '../../lease.ts';
import { keepTexts } from './keep-texts.ts';
import type { RecallParts } from './parts.ts';
import { recallChanged } from './recall-changed.ts';

export interface ServeRecallsParts extends RecallParts {
  readonly leases: LeaseStore;
  readonly holder: string;
  readonly leaseTimes?: LeaseTimes;
  readonly log: RecallLog;
  /** Milliseconds between two looks at what was cited. */
  readonly tickMs?: number;
}

export interface RecallLog {
  warn(fields: object, message: string): void;
}

const TICK_MS = 20_000;

/**
 * Tells people of quotes that hold no more, as long as no other process with the same records does. What
 * goes wrong is logged, once as long as it is the same, and tried again with the next look.
 */
export function serveRecalls(parts: ServeRecallsParts): LeaseKeeper {
  const { leases, holder, leaseTimes, log, clock, tickMs = TICK_MS } = parts;
  const texts = keepTexts(parts.shelf);
  const forget = forgetOld(parts);
  let told = '';
  const trouble = (error: unknown) => {
    const reason = messageOf(error);
    if (reason !== told) log.warn({ reason }, 'Answers cannot be recalled now');
    told = reason;
  };
  return keepLease({
    ...{ store: leases, name: 'recalls', holder, clock },
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: async ({ signal }) => {
      while (!signal.aborted) {
        try {
          await forget();
          await recallChanged(parts, texts, signal);
          told = '';
        } catch (error) {
          trouble(error);
        }
        await pause(tickMs, signal);
      }
    },
    onWaiting: () => {},
    onTrouble: trouble,
  });
}

/** Forgets answers that were given long ago, when it is first asked on a day. */
function forgetOld({ givenAnswers, answerDays, clock, zone }: RecallParts): () => Promise<void> {
  let day: string | null = null;
  return async () => {
    const now = clock.now();
    const today = dateIn(zone, now);
    if (today === day) return;
    await givenAnswers.forget(now, answerDays);
    day = today;
  };
}
