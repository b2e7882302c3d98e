import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CURRENT } from './layout.ts';

/**
 * Puts a finished draft in place under its name and points to it; each step is one rename, so a
 * reader sees the old index or the new one. Afterwards all but the current and the one before go.
 */
export async function swapIn(folder: string, draft: string, name: string): Promise<void> {
  const previous = await currentName(folder);
  const target = join(folder, name);
  const aside = join(folder, `.replaced-${process.pid}-${Date.now()}`);
  await rename(target, aside).catch(ignoreMissing);
  await rename(draft, target);
  const pointer = join(folder, `.${CURRENT}-${process.pid}`);
  await writeFile(pointer, name);
  await rename(pointer, join(folder, CURRENT));
  await removeOthers(folder, [name, previous]);
}

/** The name of the index in use, or null where there is none yet. */
export async function currentName(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, CURRENT), 'utf8')).trim();
  } catch {
    return null;
  }
}

/** A draft younger than this may still be under way in another process. */
const DRAFT_LIFETIME_MS = 60 * 60 * 1000;

async function removeOthers(folder: string, kept: readonly (string | null)[]): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry === CURRENT || kept.includes(entry)) continue;
    const path = join(folder, entry);
    if (entry.startsWith('.building-') && (await ageOf(path)) < DRAFT_LIFETIME_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
