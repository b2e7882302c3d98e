import { UserFacingError } from '../../errors.ts';
import { runApart, threadBeside } from '../../run-apart.ts';
import type { BuildReport } from './build.ts';

/** What the thread is told. */
export interface BuildJob {
  /** Holds all indexes. */
  readonly folder: string;
  readonly corpusFolder: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What the thread tells; an error keeps its class no further than its thread. */
export type BuildEnded =
  | { readonly kind: 'built'; readonly report: BuildReport }
  | { readonly kind: 'problem'; readonly message: string };

/** Far above what hundreds of thousands of passages take. */
const MEMORY_MB = 4096;

/**
 * Builds the index of a corpus folder as it is now in a thread of its own, while questions are
 * answered from the one before.
 *
 * @param signal ends the build; what it had written is never taken for an index
 * @throws UserFacingError as `buildIndex`, or whatever ended the thread
 */
export async function buildApart(job: BuildJob, signal: AbortSignal): Promise<BuildReport> {
  const thread = threadBeside(import.meta.url, 'build-thread');
  const limits = { timeMs: null, memoryMb: MEMORY_MB, signal };
  const ended = await runApart<BuildEnded>(thread, job, limits);
  if (ended.kind === 'problem') throw new UserFacingError(ended.message);
  return ended.report;
}
