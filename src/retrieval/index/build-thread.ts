import { parentPort, workerData } from 'node:worker_threads';
import { inspectCorpus } from '../../corpus/corpus.ts';
import { UserFacingError } from '../../errors.ts';
import { giveWay } from '../../run-apart.ts';
import { buildIndex } from './build.ts';
import type { BuildEnded, BuildJob } from './build-apart.ts';
import { readCompanions } from './look-at-folder.ts';

/** The thread of `buildApart`: a job comes as its data, and one message tells how it ended. */
async function build({ folder, corpusFolder, today }: BuildJob): Promise<BuildEnded> {
  try {
    const companions = await readCompanions(corpusFolder);
    const report = await buildIndex(folder, await inspectCorpus(corpusFolder, today), companions);
    return { kind: 'built', report };
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return { kind: 'problem', message: error.message };
  }
}

giveWay();
parentPort?.postMessage(await build(workerData as BuildJob));
