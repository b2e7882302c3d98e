import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Begins the names of files that are not whole yet. */
export const UNFINISHED = '.new-';

/**
 * Puts a file in its place by one rename, once it is whole and on the disk.
 *
 * @param isStillWanted asked at the last moment; nothing is put in place where it says no
 * @returns whether it was put in place
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  isStillWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const draft = join(dirname(path), `${UNFINISHED}${randomUUID()}`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await isStillWanted())) return false;
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** Makes sure that the names in a folder outlast a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
