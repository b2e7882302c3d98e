import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserFacingError } from '../../errors.ts';
import { syncFolder } from './write-file.ts';

/**
 * Makes the house's own folder: a copy of the one that it begins as, whole by one rename, or an empty
 * one where there is none to begin as.
 *
 * @throws UserFacingError where other files are in its place
 */
export async function makeOwnFolder(folder: string, startFrom: string | null): Promise<void> {
  if (startFrom === null) {
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return;
  }
  const parent = dirname(folder);
  const prefix = `.${basename(folder)}-copying-`;
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(prefix)) await rm(join(parent, entry), { recursive: true, force: true });
  }
  const draft = join(parent, prefix + randomUUID());
  try {
    await cp(startFrom, draft, { recursive: true });
    await rename(draft, folder);
    await syncFolder(parent);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    throw new UserFacingError(
      `${folder} 中已有其他文件而没有 manifest.yaml，不能作为资料文件夹。请把这些文件移到别处后重试。`,
    );
  }
}
