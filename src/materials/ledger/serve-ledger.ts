import type { LeaseKeeper } from '../../lease.ts';
import { onceADay, type RoundsParts, serveRounds } from '../../rounds.ts';
import type { LedgerParts } from './parts.ts';
import { placeUnplaced } from './place-unplaced.ts';
import { reopenLost } from './reopen-lost.ts';
import { tellAskers } from './tell-askers.ts';

export interface ServeLedgerParts extends LedgerParts, RoundsParts {
  /** IANA zone in which days count. */
  readonly zone: string;
}

const TICK_MS = 20_000;

/**
 * Puts questions into topics, opens topics again whose answer has lost its basis, tells those who asked,
 * and forgets who asked long ago, as long as no other process with the same records does.
 */
export function serveLedger(parts: ServeLedgerParts): LeaseKeeper {
  const works = [placeUnplaced, reopenLost, tellAskers].map(
    (work) => (signal: AbortSignal) => work(parts, signal),
  );
  const forget = onceADay((now) => parts.ledger.forget(now), parts);
  const trouble = 'The ledger cannot be served now';
  return serveRounds(
    { name: 'ledger', tickMs: TICK_MS, trouble, works: [...works, forget] },
    parts,
  );
}
