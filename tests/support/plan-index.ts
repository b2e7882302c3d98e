import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { Clock } from '../../src/clock.ts';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';
import { placeBuiltIndex, SHIPPED_CORPUS } from './built-index.ts';
import { testConfig } from './test-config.ts';

export { SHIPPED_CORPUS };

/** A day in the years of the plan, after everything that ships was approved. */
export const IN_FORCE: Clock = { now: () => new Date('2027-06-01T04:00:00Z') };

export interface PlanIndex {
  readonly app: App;
  readonly index: CorpusIndex;
  /** Closes the index and removes its folder. */
  close(): Promise<void>;
}

/** The index of the shipped corpus, built in a data folder of its own and opened. */
export async function openPlanIndex(): Promise<PlanIndex> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plan-index-'));
  await placeBuiltIndex(SHIPPED_CORPUS, join(dataFolder, 'index'));
  const config = testConfig(SHIPPED_CORPUS, dataFolder);
  const app = createApp(config, { clock: IN_FORCE });
  const index = await app.index();
  const close = async () => {
    app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, index, close };
}
