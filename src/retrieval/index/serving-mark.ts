import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INDEX_FORMAT } from './fingerprint.ts';
import { explainFullDisk } from './full-disk.ts';
import { SERVING } from './layout.ts';

/**
 * The name of the index from which answers came last, which a build leaves where it is; null where there
 * is none, or only one that an older program made.
 *
 * @param lost tells that name where the mark itself is lost
 */
export async function markedIndex(
  folder: string,
  lost: () => Promise<string | null> = async () => null,
): Promise<string | null> {
  const mark = await readFile(join(folder, SERVING), 'utf8').catch(() => '');
  const [format, name = ''] = mark.trim().split(' ');
  if (name === '') return lost();
  return format === String(INDEX_FORMAT) ? name : null;
}

/** @throws UserFacingError where the disk is full */
export async function markServing(folder: string, name: string): Promise<void> {
  if ((await markedIndex(folder)) === name) return;
  const draft = join(folder, `.${SERVING}-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, `${INDEX_FORMAT} ${name}`);
    await rename(draft, join(folder, SERVING));
  } catch (error) {
    throw explainFullDisk(error, folder);
  } finally {
    await rm(draft, { force: true });
  }
}
