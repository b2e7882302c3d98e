import { cpSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { inspectCorpus } from '../../src/corpus/corpus.ts';
import { buildIndex } from '../../src/retrieval/index/build.ts';
import { readCompanions } from '../../src/retrieval/index/look-at-folder.ts';
import { type CorpusIndex, openIndex } from '../../src/retrieval/index/open.ts';
import { type EntryFields, manifestEntry } from './corpus-folder.ts';
import { SHIPPED_CORPUS } from './plan-index.ts';

/** The corpus that ships with materials beside it; gone when the test is over. */
export async function shippedWith(
  added: readonly (EntryFields & { readonly text: string })[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shipped-with-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  cpSync(SHIPPED_CORPUS, folder, { recursive: true });
  const path = join(folder, 'manifest.yaml');
  const manifest = parse(readFileSync(path, 'utf8')) as { materials: unknown[] };
  for (const { text, ...fields } of added) {
    await writeFile(join(folder, fields.file), text);
    // In the middle, so that what follows has other numbers.
    manifest.materials.splice(1, 0, manifestEntry(fields, text));
  }
  await writeFile(path, stringify(manifest));
  return folder;
}

/** The index of a corpus folder, in a folder of its own; closed when the test is over. */
export async function indexOf(corpus: string, today: string): Promise<CorpusIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'index-of-'));
  const companions = await readCompanions(corpus);
  const { name } = await buildIndex(folder, await inspectCorpus(corpus, today), companions);
  const index = await openIndex(folder, name);
  if (index === null) throw new Error('Expected the index that was built');
  onTestFinished(async () => {
    index.store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return index;
}
