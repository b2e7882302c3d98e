import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusState } from '../../corpus/corpus.ts';
import { parseManifest } from '../../corpus/manifest.ts';
import type { Standing } from './as-in-manifest.ts';
import { type Companions, indexName } from './fingerprint.ts';

/** A corpus folder as it was looked at. */
export interface FolderLook {
  /** Other after any write to the folder, and on another day. */
  readonly seen: string;
  /** Of the index that fits. */
  readonly name: string;
  readonly standing: Standing;
}

/**
 * @param seen by `signatureOf`, from before it is looked at
 * @throws UserFacingError where there is no readable manifest
 */
export async function lookAtFolder(
  folder: string,
  today: string,
  seen: string,
  corpus: () => Promise<CorpusState>,
): Promise<FolderLook> {
  const state = await corpus();
  const name = indexName(state, await readCompanions(folder));
  const { entries } = parseManifest(await readFile(join(folder, 'manifest.yaml'), 'utf8'));
  const inForce = new Map(state.admitted.map(({ entry }) => [entry.id, entry]));
  return { seen, name, standing: { inForce, entries, today } };
}

/** What `stat` says of every corpus file: cheap, and different after any write. */
export async function signatureOf(folder: string, today: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const marks = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return `${name}:${found?.size}:${found?.mtimeMs}:${found?.ctimeMs}`;
    }),
  );
  return `${today} ${folder} ${marks.join('|')}`;
}

/** A corpus may come without FAQ or thesaurus. */
export async function readCompanions(folder: string): Promise<Companions> {
  const read = (name: string, empty: string) =>
    readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return empty;
      throw error;
    });
  return {
    faq: await read('faq.yaml', 'notice: ""\npairs: []'),
    thesaurus: await read('thesaurus.yaml', 'groups: []'),
  };
}
