import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CURRENT, SERVING } from './layout.ts';
import { markedIndex } from './serving-mark.ts';

export interface SwapOptions {
  /** False where readers hold no file open, so that nobody misses the one before. */
  readonly keepsPrevious: boolean;
}

/**
 * Puts a finished draft in place under its name and points to it; each step is one rename, so a
 * reader sees the old index or the new one. Afterwards all go but the current, the one before and the
 * one from which answers come: what is current may be held at the gate.
 */
export async function swapIn(
  folder: string,
  draft: string,
  name: string,
  { keepsPrevious }: SwapOptions = { keepsPrevious: true },
): Promise<void> {
  const previous = await currentName(folder);
  const mark = join(folder, `${SETTLING}${name}`);
  const pointer = join(folder, `.${CURRENT}-${randomUUID()}`);
  try {
    // What needs room on the disk comes before anything is moved.
    await writeFile(mark, '');
    await writeFile(pointer, name);
    await replace(join(folder, name), draft, join(folder, `.replaced-${randomUUID()}`));
    await rename(pointer, join(folder, CURRENT));
  } finally {
    await Promise.all([rm(mark, { force: true }), rm(pointer, { force: true })]);
  }
  await removeOthers(folder, keepsPrevious ? [name, previous] : [name]);
}

/** How often another process may get in between before a build gives up its place to it. */
const TRIES = 5;

async function replace(target: string, draft: string, aside: string): Promise<void> {
  for (let left = TRIES; left > 0; left--) {
    await rename(target, aside).catch(unless('ENOENT'));
    // Another process may have put its own in place between the two renames.
    const taken = await rename(draft, target).catch(unless('ENOTEMPTY', 'EEXIST'));
    await rm(aside, { recursive: true, force: true });
    if (taken !== 'failed') return;
  }
}

/** The name of the index in use, or null where there is none yet. */
export async function currentName(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, CURRENT), 'utf8')).trim();
  } catch {
    return null;
  }
}

/** Marks an index that is in place and that nothing points to yet. */
const SETTLING = '.settling-';
/** What another process may still be working on: a draft, a mark, an index set aside. */
const DRAFT_LIFETIME_MS = 60 * 60 * 1000;

async function removeOthers(folder: string, kept: readonly (string | null)[]): Promise<void> {
  const entries = await readdir(folder);
  for (const entry of entries) {
    if (entry === CURRENT || entry === SERVING || kept.includes(entry)) continue;
    if (entries.includes(SETTLING + entry)) continue;
    const path = join(folder, entry);
    if (entry.startsWith('.') && (await ageOf(path)) < DRAFT_LIFETIME_MS) continue;
    // Another build may have pointed to its own since the entries were read.
    const inUse = [await currentName(folder), await markedIndex(folder)];
    if (!inUse.includes(entry)) await rm(path, { recursive: true, force: true });
  }
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ ctimeMs }) => Date.now() - ctimeMs,
    () => 0,
  );
}

/** Lets the named errors pass, told by `failed`. */
function unless(...codes: readonly string[]): (error: NodeJS.ErrnoException) => 'failed' {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
    return 'failed';
  };
}
