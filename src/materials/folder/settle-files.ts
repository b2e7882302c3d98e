import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED } from './write-file.ts';

/** Marks a file that is to go unless the manifest names it: `.unsettled-NAME`. */
const UNSETTLED = '.unsettled-';

/** Says of files that a change is about to put there or to take away. */
export async function unsettle(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await writeFile(join(folder, UNSETTLED + name), '');
}

/**
 * Takes away what a change left behind, its own or that of a killed process. Files that people put
 * into the folder are never marked, and never touched.
 *
 * @param isNamed whether the manifest, as it is now, names a file
 */
export async function settle(folder: string, isNamed: (name: string) => boolean): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry.startsWith(UNFINISHED)) await rm(join(folder, entry), { force: true });
    if (!entry.startsWith(UNSETTLED)) continue;
    const name = entry.slice(UNSETTLED.length);
    if (!isNamed(name)) await rm(join(folder, name), { force: true });
    await rm(join(folder, entry), { force: true });
  }
}
