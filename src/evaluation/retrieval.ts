import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserFacingError } from '../errors.ts';
import type { RankingMetrics } from './retrieval-metrics.ts';
import type { StepRequest, StepResponse } from './retrieval-process.ts';
import type { AnswerFigures, BuildFigures, RetrievalPaths } from './retrieval-steps.ts';

export type { RetrievalPaths } from './retrieval-steps.ts';

/** Fractions from 0 to 1, milliseconds a question, megabytes. */
export interface RetrievalReport extends RankingMetrics {
  readonly indexSeconds: number;
  readonly p50: number;
  readonly p99: number;
  /** The most memory held by a process that only opens the index and answers. */
  readonly rssMB: number;
  /**
   * Share of the unanswerable questions refused at the threshold that refuses 5 % of the answerable
   * ones; null without such questions.
   */
  readonly refusedAt5: number | null;
}

/**
 * Builds a throwaway index of the passages with the project's own lexical retrieval and asks it the
 * questions, each step in a process of its own. Throws UserFacingError for a file or line that
 * cannot be read.
 */
export async function evaluateRetrieval(paths: RetrievalPaths): Promise<RetrievalReport> {
  const measured = await measureRetrieval(paths);
  const { openMilliseconds: _opened, ...answered } = measured.answered;
  const { p50, p99, refusedAt5, ...ranking } = answered;
  const { indexSeconds } = measured.built;
  return { ...ranking, indexSeconds, p50, p99, rssMB: measured.rssMB, refusedAt5 };
}

/** The same with all figures of both steps, for the benchmark. */
export async function measureRetrieval(paths: RetrievalPaths) {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-evaluate-'));
  try {
    const build = await runStep({ step: 'build', folder, paths });
    const answer = await runStep({ step: 'answer', folder, paths });
    return {
      built: build.figures as BuildFigures,
      buildRssMB: build.rssMB,
      answered: answer.figures as AnswerFigures,
      rssMB: answer.rssMB,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runStep(request: StepRequest): Promise<Extract<StepResponse, { kind: 'done' }>> {
  const extension = extname(import.meta.url);
  const entry = fileURLToPath(new URL(`./retrieval-process${extension}`, import.meta.url));
  // Run from source, the child needs what reads TypeScript; the built program needs nothing.
  const execArgv = extension === '.ts' ? ['--import', 'tsx'] : [];
  return new Promise((resolve, reject) => {
    const child = fork(entry, { execArgv });
    let response: StepResponse | undefined;
    child.once('message', (message) => {
      response = message as StepResponse;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (response?.kind === 'done') resolve(response);
      else if (response?.isUserFacing) reject(new UserFacingError(response.message));
      else
        reject(
          new Error(
            `Cannot ${request.step} in a child process: ${response?.message ?? `exit ${code}`}`,
          ),
        );
    });
    child.send(request);
  });
}
