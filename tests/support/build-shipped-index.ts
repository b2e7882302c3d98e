import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { SHIPPED_CORPUS } from './built-index.ts';
import { IN_FORCE } from './plan-index.ts';
import { testConfig } from './test-config.ts';

/**
 * Builds the index of the corpus that ships once, before all tests: most of them need it, each in a data
 * folder of its own, and copy it. How it is built has tests of its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'shipped-index-'));
  const app = createApp(testConfig(SHIPPED_CORPUS, folder), { clock: IN_FORCE });
  await app.index();
  await app.close();
  process.env.SHIPPED_INDEX = join(folder, 'index');
  return () => rm(folder, { recursive: true, force: true });
}
