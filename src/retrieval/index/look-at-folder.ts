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
 * @param seen by a {@link Signature}, from before it is looked at
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

/** Files that are all looked at with each question. */
const FEW = 300;
/** Of more files, those that the manifest does not speak for are looked at again after this time. */
const REST_MS = 1000;
/** What decides what is in force, the folder itself included: it tells of files that come and go. */
const ALWAYS = ['', 'manifest.yaml', 'faq.yaml', 'thesaurus.yaml'];

/** @param isExact looks at every file, however many there are */
export type Signature = (folder: string, today: string, isExact: boolean) => Promise<string>;

/**
 * What `stat` says of the corpus files: cheap, and different after any write. A change of the
 * manifest is seen at once; that a file was altered in its place, among many, within a second.
 */
export function createSignature(now: () => number = () => performance.now()): Signature {
  let last = { of: '', count: 0, at: 0, marks: '' };
  return async (folder, today, isExact) => {
    const of = `${today} ${folder} ${await marksOf(folder, ALWAYS)}`;
    const isRecent = last.of === of && last.count > FEW && now() - last.at < REST_MS;
    if (isExact || !isRecent) {
      const names = await readdir(folder).catch(() => []);
      last = { of, count: names.length, at: now(), marks: await marksOf(folder, names) };
    }
    return `${of} ${last.marks}`;
  };
}

async function marksOf(folder: string, names: readonly string[]): Promise<string> {
  const marks = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return `${name}:${found?.size}:${found?.mtimeMs}:${found?.ctimeMs}`;
    }),
  );
  return marks.join('|');
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
