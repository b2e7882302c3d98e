import { UserFacingError } from '../../errors.ts';
import type { LedgerParts } from './parts.ts';
import type { AnsweredTopic } from './store.ts';

/** Why it is opened again, as people read it. */
export const LOST_ITS_BASIS = '依据已经变化';

/**
 * Opens answered topics again whose pair has no basis in force any more. A pair that the index does
 * not have yet is waited for.
 */
export async function reopenLost(parts: LedgerParts, signal: AbortSignal): Promise<void> {
  const { ledger, clock } = parts;
  const missing = await missingIn(parts, await ledger.answered());
  if (missing.length === 0 || parts.indexTrouble() !== null) return;
  if (!(await isOfTheFolder(parts, signal))) return;
  for (const { topic, revision } of await missingIn(parts, missing)) {
    if (signal.aborted) return;
    const at = clock.now().toISOString();
    await ledger
      .change([{ kind: 'reopen-topic', topic, revision, at, by: null, reason: LOST_ITS_BASIS }])
      .catch((error: unknown) => {
        // Someone has changed it meanwhile; it is looked at again.
        if (!(error instanceof UserFacingError)) throw error;
      });
  }
}

async function missingIn(
  { borrowIndex }: LedgerParts,
  topics: readonly AnsweredTopic[],
): Promise<readonly AnsweredTopic[]> {
  if (topics.length === 0) return [];
  const { index, release } = await borrowIndex();
  try {
    return topics.filter(({ pair }) => index.store.pair(pair) === null);
  } finally {
    release();
  }
}

/** A build may take long, and is not waited for by whoever stops. */
async function isOfTheFolder({ freshIndex }: LedgerParts, signal: AbortSignal): Promise<boolean> {
  const stopped = new Promise<string>((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  return !signal.aborted && (await Promise.race([freshIndex(), stopped])) === null;
}
