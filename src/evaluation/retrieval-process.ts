/**
 * Entry of the processes that `evaluateRetrieval` starts, so that its figures of memory and time are
 * those of a process that only builds, or only answers. Does nothing unless it was forked.
 */
import { messageOf, UserFacingError } from '../errors.ts';
import { answerQuestions, buildIndexFile, type RetrievalPaths } from './retrieval-steps.ts';

export interface StepRequest {
  readonly step: 'build' | 'answer';
  readonly folder: string;
  readonly paths: RetrievalPaths;
}

export type StepResponse =
  | { readonly kind: 'done'; readonly figures: unknown; readonly rssMB: number }
  | { readonly kind: 'failed'; readonly message: string; readonly isUserFacing: boolean };

process.once('message', (request: StepRequest) => {
  process.send?.(run(request), () => process.disconnect());
});

function run({ step, folder, paths }: StepRequest): StepResponse {
  try {
    const figures =
      step === 'build' ? buildIndexFile(paths.passages, folder) : answerQuestions(folder, paths);
    // The most memory this process ever held, in kilobytes from the system.
    return { kind: 'done', figures, rssMB: process.resourceUsage().maxRSS / 1024 };
  } catch (error) {
    const isUserFacing = error instanceof UserFacingError;
    return { kind: 'failed', message: messageOf(error), isUserFacing };
  }
}
