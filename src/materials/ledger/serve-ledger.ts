import { dateIn } from '../../clock.ts';
import { messageOf } from '../../errors.ts';
import {
  keepLease,
  type LeaseKeeper,
  type LeaseStore,
  type LeaseTimes,
  pause,
} from '../../lease.ts';
import type { LedgerParts } from './parts.ts';
import { placeUnplaced } from './place-unplaced.ts';
import { reopenLost } from './reopen-lost.ts';
import { tellAskers } from './tell-askers.ts';

export interface ServeLedgerParts extends LedgerParts {
  readonly leases: LeaseStore;
  readonly holder: string;
  readonly leaseTimes?: LeaseTimes;
  readonly log: LedgerLog;
  /** IANA zone in which days count. */
  readonly zone: string;
  /** Milliseconds between two looks at the ledger. */
  readonly tickMs?: number;
}

export interface LedgerLog {
  warn(fields: object, message: string): void;
}

const TICK_MS = 20_000;

/**
 * Puts questions into topics, opens topics again whose answer has lost its basis, and tells those who
 * asked, as long as no other process with the same records does. What goes wrong is logged, once as long
 * as it is the same, and tried again with the next look; it keeps nothing else back.
 */
export function serveLedger(parts: ServeLedgerParts): LeaseKeeper {
  const { leases, holder, leaseTimes, log, clock, tickMs = TICK_MS } = parts;
  const works = [placeUnplaced, reopenLost, tellAskers, forgetOld(parts)];
  let told = '';
  const trouble = (error: unknown) => {
    const reason = messageOf(error);
    if (reason !== told) log.warn({ reason }, 'The ledger cannot be served now');
    told = reason;
  };
  return keepLease({
    ...{ store: leases, name: 'ledger', holder, clock },
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: async ({ signal }) => {
      while (!signal.aborted) {
        let isDone = true;
        for (const work of works) {
          await work(parts, signal).catch((error: unknown) => {
            isDone = false;
            trouble(error);
          });
        }
        if (isDone) told = '';
        await pause(tickMs, signal);
      }
    },
    onWaiting: () => {},
    onTrouble: trouble,
  });
}

/** Forgets who asked long ago, when it is first looked at on a day. */
function forgetOld({ ledger, clock, zone }: ServeLedgerParts): () => Promise<void> {
  let day: string | null = null;
  return async () => {
    const now = clock.now();
    const today = dateIn(zone, now);
    if (today === day) return;
    await ledger.forget(now);
    day = today;
  };
}
