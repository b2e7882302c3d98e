/**
 * The model path against the model double. `npm run bench` runs it with all others; by itself:
 * `npm run build && node --import tsx bench/model.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from './figures.ts';
import { CORPUS, writeGrownCorpus } from './grown-corpus.ts';
import { benchBesideStreams } from './model/beside-streams.ts';
import { benchBuildingVectors } from './model/building-vectors.ts';
import { benchClaimDelay } from './model/claim-delay.ts';
import { benchFirstSign } from './model/first-sign.ts';
import { benchGates } from './model/gates.ts';
import { benchThroughput } from './model/throughput.ts';

/** What does not depend on the size of the corpus, on the one that ships. */
export async function benchModel(dataFolder: string, report: Report): Promise<void> {
  await benchClaimDelay(dataFolder, report);
  await benchFirstSign(dataFolder, report);
  await benchThroughput(report);
  await benchGates(CORPUS, dataFolder, 'shipped', report);
  await benchBesideStreams(dataFolder, report);
}

/** What grows with the corpus, on a large one; a small one has its vectors before anyone asks. */
export async function benchModelOn(
  corpusFolder: string,
  dataFolder: string,
  label: string,
  report: Report,
): Promise<void> {
  await benchGates(corpusFolder, dataFolder, label, report);
  await benchBuildingVectors(corpusFolder, dataFolder, label, report);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), 'ganxun-bench-'));
  const report = (line: Record<string, unknown>) => console.log(JSON.stringify(line));
  try {
    const grown = join(folder, 'corpus');
    await benchModel(join(folder, 'shipped'), report);
    writeGrownCorpus(grown, 400);
    await benchModelOn(grown, join(folder, 'grown'), 'plan × 400', report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
