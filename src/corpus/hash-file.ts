import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

interface Known {
  readonly mark: string;
  readonly sha256: string;
}

const known = new Map<string, Known>();

/** More files than any corpus has; those of folders that are gone do not pile up for ever. */
const MOST_KNOWN = 50_000;
/** A file written later than this may be written again without its times telling so. */
const SETTLED_MS = 2000;

/**
 * sha256 of a file, read in pieces, and only where `stat` says that it may have changed.
 *
 * @returns null where there is no such file
 */
export async function hashOfFile(path: string): Promise<string | null> {
  const before = await markOf(path);
  if (before === null) return null;
  const found = known.get(path);
  if (found?.mark === before.mark) return found.sha256;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const sha256 = hash.digest('hex');
  if (before.isSettled && (await markOf(path))?.mark === before.mark) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(path, { mark: before.mark, sha256 });
  }
  return sha256;
}

async function markOf(path: string): Promise<{ mark: string; isSettled: boolean } | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  if (found === null || !found.isFile()) return null;
  const { size, mtimeNs, ctimeNs, ino } = found;
  return {
    mark: `${size}:${mtimeNs}:${ctimeNs}:${ino}`,
    isSettled: Date.now() - Number(ctimeNs / 1_000_000n) > SETTLED_MS,
  };
}
