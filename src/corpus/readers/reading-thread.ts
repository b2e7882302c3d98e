import { parentPort, workerData } from 'node:worker_threads';
import { UserFacingError } from '../../errors.ts';
import { giveWay } from '../../run-apart.ts';
import type { Reading, ReadingLimits } from './document.ts';
import { readDocument } from './read-document.ts';
import { refuseSecrecyMarked, SecrecyMarked } from './secrecy-marked.ts';

export interface ReadingJob {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly limits: ReadingLimits;
}

/** What comes back of a reading: an error would lose its class on its way out of the thread. */
export type ReadingResult =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'secrecy-marked' };

/** The thread of {@link readApart}: reads the file that it is given, posts what came of it, and is over. */
giveWay();
parentPort?.postMessage(await resultOf(workerData as ReadingJob));

async function resultOf({ fileName, bytes, limits }: ReadingJob): Promise<ReadingResult> {
  try {
    refuseSecrecyMarked(fileName, { text: '', aside: '' });
    const raw = await readDocument(fileName, bytes, limits);
    refuseSecrecyMarked(fileName, raw);
    const { aside: _lookedThrough, ...reading } = raw;
    return { kind: 'read', reading };
  } catch (error) {
    if (error instanceof SecrecyMarked) return { kind: 'secrecy-marked' };
    if (error instanceof UserFacingError) return { kind: 'refused', problem: error.message };
    throw error;
  }
}
