import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CorpusState, readManifestFile } from '../../corpus/corpus.ts';
import { type ManifestEntry, parseManifest } from '../../corpus/manifest.ts';
import { type FileState, standingsOf } from '../../corpus/standing.ts';
import type { Standing } from './as-in-manifest.ts';
import { type Companions, indexName } from './fingerprint.ts';

/** A corpus folder as it was looked at. */
export interface FolderLook {
  /** What tells the manifest, its companions and the day from any other. */
  readonly mark: string;
  /** The mark, with what tells of the files: other after any write to the folder. */
  readonly seen: string;
  /** Of the index that fits; null where the files have not been looked at with this manifest. */
  readonly name: string | null;
  readonly standing: Standing;
  /** Versions whose files are altered or missing, as {@link keyOf} writes them. */
  readonly unusable: ReadonlySet<string>;
}

/** One with all of its files. */
export interface WholeLook extends FolderLook {
  readonly name: string;
}

/**
 * Looks at the manifest with all of its files.
 *
 * @param marks what `stat` said before it is looked at
 * @throws UserFacingError where there is no readable manifest
 */
export async function lookAtFolder(
  folder: string,
  today: string,
  marks: Pick<FolderLook, 'mark' | 'seen'>,
  corpus: () => Promise<CorpusState>,
): Promise<WholeLook> {
  const { admitted, excluded } = await corpus();
  const name = indexName({ admitted }, await readCompanions(folder));
  const { entries } = parseManifest(await readManifestFile(folder));
  const inForce = new Map(admitted.map(({ entry }) => [entry.id, entry]));
  const unusable = new Set(
    excluded.filter(({ standing }) => standing === 'unusable').map((one) => keyOf(one)),
  );
  return { ...marks, name, standing: { inForce, entries, today }, unusable };
}

/**
 * Looks at the manifest alone, which takes no longer for the size of its files: files are taken to
 * be as they were at the look before, and new ones to be what was approved. Whatever the manifest
 * withdraws is withdrawn.
 *
 * @throws UserFacingError where there is no readable manifest
 */
export async function lookAtManifest(
  folder: string,
  today: string,
  mark: string,
  { unusable }: FolderLook,
): Promise<FolderLook> {
  const { entries, broken } = parseManifest(await readManifestFile(folder));
  const looked = entries.map((entry) => ({
    entry,
    file: unusable.has(keyOf(entry)) ? MISSING : approvedStateOf(entry),
  }));
  const standings = standingsOf(looked, today, broken);
  const inForce = new Map(
    entries
      .filter((_, at) => standings[at]?.standing === 'in-force')
      .map((entry) => [entry.id, entry]),
  );
  return { mark, seen: mark, name: null, standing: { inForce, entries, today }, unusable };
}

const MISSING: FileState = { sha256: null, textSha256: null };

function approvedStateOf({ sha256, text_sha256 }: ManifestEntry): FileState {
  return { sha256, textSha256: text_sha256 ?? null };
}

function keyOf({ id, version }: { readonly id: string; readonly version: number | null }): string {
  return `${id}@${version}`;
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
