import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textFileOf } from '../../corpus/kept-reading.ts';
import { type Manifest, parseManifest } from '../../corpus/manifest.ts';
import { EMPTY_MANIFEST, editManifest, leavingWith, type ManifestEdit } from './edit-manifest.ts';
import { explainFailure } from './explain-failure.ts';
import { makeOwnFolder } from './first-copy.ts';
import { underLock } from './lock.ts';
import { settle, unsettle } from './settle-files.ts';
import { writeWhole } from './write-file.ts';

export interface Folders {
  /** The folder with the manifest; made with the first change where there is none. */
  readonly folder: string;
  /** The folder that it begins as a copy of; the same one where none is copied. */
  readonly startFrom: string;
  /** Holds what processes agree by who changes the folder. */
  readonly dataFolder: string;
}

/** What is to be changed: one edit of the manifest, with the files that come or go with it. */
export interface FolderChange {
  readonly kind: 'change';
  readonly edit: ManifestEdit;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface Refusal {
  readonly kind: 'refused';
  readonly problem: string;
  /** The file is marked as 涉密: whoever sent it on must not keep it either. */
  readonly isSecrecyMarked?: true;
}

export interface Changed<Change extends FolderChange> {
  readonly kind: 'done';
  readonly change: Change;
  /** As it is now. */
  readonly manifest: Manifest;
}

/** Decides over the manifest as it is at this moment, from the folder that has it. */
export type Decide<Change extends FolderChange> = (
  manifest: Manifest,
  folder: string,
) => Promise<Change | Refusal>;

/** How often somebody may save a file by hand in the very moment of a change. */
const TRIES = 5;

/** The folder that has the manifest now. */
export function servingFolder({ folder, startFrom }: Folders): string {
  return existsSync(join(folder, 'manifest.yaml')) ? folder : startFrom;
}

/**
 * Changes the folder under the lock, so that whoever is killed leaves it as it was before or after:
 * files first, then the manifest by one rename, which alone counts. A manifest that somebody saved by
 * hand meanwhile is read again and decided over anew.
 *
 * @throws UserFacingError where the folder cannot be read or written, or the manifest is broken
 */
export async function changeFolder<Change extends FolderChange>(
  folders: Folders,
  decide: Decide<Change>,
): Promise<Changed<Change> | Refusal> {
  return inTurn(folders, '资料目录 manifest.yaml', () => tryOnce(folders, decide));
}

/** What comes of one try: somebody may have saved the file by hand meanwhile. */
export type Tried<Done> = Done | Refusal | 'overtaken';

/**
 * Does a work on the folder under its lock, again where it was overtaken.
 *
 * @param file that it writes last, as people know it
 * @throws UserFacingError where the folder cannot be read or written
 */
export async function inTurn<Done>(
  { dataFolder, folder }: Folders,
  file: string,
  tryOnce: () => Promise<Tried<Done>>,
): Promise<Done | Refusal> {
  return underLock(dataFolder, async () => {
    try {
      for (let left = TRIES; left > 0; left--) {
        const outcome = await tryOnce();
        if (outcome !== 'overtaken') return outcome;
      }
      return { kind: 'refused', problem: `${file} 正在被反复改动，请稍后重试。` };
    } catch (error) {
      throw explainFailure(error, folder);
    }
  });
}

async function tryOnce<Change extends FolderChange>(
  folders: Folders,
  decide: Decide<Change>,
): Promise<Tried<Changed<Change>>> {
  const { folder, startFrom } = folders;
  const serving = servingFolder(folders);
  const found = await readYaml(serving);
  const yaml = found ?? EMPTY_MANIFEST;
  const before = parseManifest(yaml);
  const change = await decide(before, serving);
  if (change.kind === 'refused') return change;
  if (serving !== folder || found === null) {
    await makeOwnFolder(folder, found === null ? null : startFrom);
  }
  await settle(folder, namedBy(yaml, before));
  const edited = editManifest(yaml, change.edit);
  const manifest = parseManifest(edited);
  if (manifest.broken.length > before.broken.length) {
    throw new Error(`Cannot write an entry that is no entry: ${manifest.broken.at(-1)?.problem}`);
  }
  const isWritten = await write(folder, change, edited, found);
  return isWritten ? { kind: 'done', change, manifest } : 'overtaken';
}

/** @returns whether the manifest was still the one that was read */
async function write(
  folder: string,
  { edit, files }: FolderChange,
  edited: string,
  found: string | null,
): Promise<boolean> {
  const leaving = leavingWith(edit).flatMap(({ file }) => [file, textFileOf(file)]);
  try {
    await unsettle(folder, [...files.map(({ name }) => name), ...leaving]);
    for (const { name, bytes } of files) await writeWhole(join(folder, name), bytes);
    const isAsRead = async () => (await readYaml(folder)) === found;
    return await writeWhole(join(folder, 'manifest.yaml'), edited, isAsRead);
  } finally {
    await clearUp(folder);
  }
}

/** The change counts or does not by the manifest alone; where this fails the next change does it. */
export async function clearUp(folder: string): Promise<void> {
  try {
    const yaml = (await readYaml(folder)) ?? EMPTY_MANIFEST;
    await settle(folder, namedBy(yaml, parseManifest(yaml)));
  } catch {
    // Left for the next change.
  }
}

async function readYaml(folder: string): Promise<string | null> {
  return readFile(join(folder, 'manifest.yaml'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    return null;
  });
}

/** Whether a manifest names a file, in whatever entry: of a faulty one the words are enough. */
function namedBy(yaml: string, { entries, broken }: Manifest): (name: string) => boolean {
  const named = new Set(entries.flatMap(({ file }) => [file, textFileOf(file)]));
  return (name) => named.has(name) || (broken.length > 0 && yaml.includes(withoutText(name)));
}

function withoutText(name: string): string {
  return name.replace(/\.text\.json$/u, '');
}
