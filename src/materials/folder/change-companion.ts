import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifestFile } from '../../corpus/corpus.ts';
import { type Manifest, parseManifest } from '../../corpus/manifest.ts';
import {
  clearUp,
  type Folders,
  inTurn,
  type Refusal,
  servingFolder,
  type Tried,
} from './change-folder.ts';
import { makeOwnFolder } from './first-copy.ts';
import { writeWhole } from './write-file.ts';

/** A file beside the manifest. */
export interface Companion {
  readonly name: string;
  /** As people know it, such as `问答文件 faq.yaml`. */
  readonly title: string;
  /** What it begins with where there is none. */
  readonly empty: string;
}

/** A companion with the manifest beside it, as they are at one moment. */
export interface CompanionMoment {
  readonly yaml: string;
  readonly manifest: Manifest;
  /** The folder that has them. */
  readonly folder: string;
}

/** The same text where nothing is to be written. */
export type DecideCompanion = (
  moment: CompanionMoment,
) => Promise<{ readonly kind: 'write'; readonly yaml: string } | Refusal>;

/**
 * Changes a companion under the lock, by one rename: whoever is killed leaves it as it was before or
 * after. Where somebody saved it by hand meanwhile, it is read again and decided over anew.
 *
 * @throws UserFacingError where the folder cannot be read or written, or a file of it is broken
 */
export async function changeCompanion(
  folders: Folders,
  companion: Companion,
  decide: DecideCompanion,
): Promise<{ readonly kind: 'done' } | Refusal> {
  return inTurn(folders, companion.title, () => tryOnce(folders, companion, decide));
}

async function tryOnce(
  folders: Folders,
  companion: Companion,
  decide: DecideCompanion,
): Promise<Tried<{ readonly kind: 'done' }>> {
  const { folder, startFrom } = folders;
  const serving = servingFolder(folders);
  const manifest = parseManifest(await readManifestFile(serving));
  const found = await readOf(serving, companion);
  const yaml = found ?? companion.empty;
  const decided = await decide({ yaml, manifest, folder: serving });
  if (decided.kind === 'refused') return decided;
  if (decided.yaml === yaml) return { kind: 'done' };
  if (serving !== folder) await makeOwnFolder(folder, startFrom);
  const isAsRead = async () => (await readOf(folder, companion)) === found;
  try {
    const path = join(folder, companion.name);
    return (await writeWhole(path, decided.yaml, isAsRead)) ? { kind: 'done' } : 'overtaken';
  } finally {
    await clearUp(folder);
  }
}

/** A companion as it is now; what it would begin with where there is none. */
export async function readCompanion(folders: Folders, companion: Companion): Promise<string> {
  return (await readOf(servingFolder(folders), companion)) ?? companion.empty;
}

async function readOf(folder: string, { name }: Companion): Promise<string | null> {
  return readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
}
