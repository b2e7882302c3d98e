import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textFileOf } from '../../corpus/kept-reading.ts';
import { type Manifest, type ManifestEntry, parseManifest } from '../../corpus/manifest.ts';
import { EMPTY_MANIFEST, editManifest, type ManifestEdit } from './edit-manifest.ts';
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
}

/** Decides over the manifest as it is at this moment, from the folder that has it. */
export type Decide = (manifest: Manifest, folder: string) => Promise<FolderChange | Refusal>;

/** How often somebody may save the manifest by hand in the very moment of a change. */
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
 * @returns the entries as they are now, or why nothing was changed
 * @throws UserFacingError where the folder cannot be read or written, or the manifest is broken
 */
export async function changeFolder(
  folders: Folders,
  decide: Decide,
): Promise<{ readonly kind: 'done'; readonly entries: readonly ManifestEntry[] } | Refusal> {
  return underLock(folders.dataFolder, async () => {
    try {
      for (let left = TRIES; left > 0; left--) {
        const outcome = await tryOnce(folders, decide);
        if (outcome !== 'overtaken') return outcome;
      }
      return { kind: 'refused', problem: '资料目录 manifest.yaml 正在被反复改动，请稍后重试。' };
    } catch (error) {
      throw explainFailure(error, folders.folder);
    }
  });
}

async function tryOnce(folders: Folders, decide: Decide) {
  const { folder, startFrom } = folders;
  const serving = servingFolder(folders);
  const yaml = await readYaml(serving);
  const decided = await decide(parseManifest(yaml ?? EMPTY_MANIFEST), serving);
  if (decided.kind === 'refused') return decided;
  if (serving !== folder) await makeOwnFolder(folder, yaml === null ? null : startFrom);
  else if (yaml === null) await makeOwnFolder(folder, null);
  await settle(folder, namedBy(yaml ?? EMPTY_MANIFEST));

  const { edit, files } = decided;
  const edited = editManifest(yaml ?? EMPTY_MANIFEST, edit);
  // What was edited must be a manifest still: nothing that cannot be read is ever put in place.
  const entries = parseManifest(edited).entries;
  const leaving = edit.kind === 'remove' ? filesOf(yaml ?? EMPTY_MANIFEST, edit.version) : [];
  try {
    await unsettle(folder, [...files.map(({ name }) => name), ...leaving]);
    for (const { name, bytes } of files) await writeWhole(join(folder, name), bytes);
    const path = join(folder, 'manifest.yaml');
    const isAsRead = async () => (await readYaml(folder)) === yaml;
    const written = await writeWhole(path, edited, isAsRead);
    if (!written) return 'overtaken';
  } finally {
    await clearUp(folder);
  }
  return { kind: 'done', entries } as const;
}

/** The change counts or does not by the manifest alone; where this fails the next change does it. */
async function clearUp(folder: string): Promise<void> {
  try {
    await settle(folder, namedBy((await readYaml(folder)) ?? EMPTY_MANIFEST));
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

function filesOf(yaml: string, { id, version }: { id: string; version: number }): string[] {
  const entry = parseManifest(yaml).entries.find((one) => one.id === id && one.version === version);
  return entry === undefined ? [] : [entry.file, textFileOf(entry.file)];
}

/** Whether a manifest names a file, in whatever entry: of a faulty one the words are enough. */
function namedBy(yaml: string): (name: string) => boolean {
  const { entries, broken } = parseManifest(yaml);
  const named = new Set(entries.flatMap(({ file }) => [file, textFileOf(file)]));
  return (name) => named.has(name) || (broken.length > 0 && yaml.includes(withoutText(name)));
}

function withoutText(name: string): string {
  return name.replace(/\.text\.json$/u, '');
}
