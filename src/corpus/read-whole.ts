import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** No document is as large; what is would take the memory of everyone else. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The bytes of a plain file; null where there is none. A pipe or a device in its place, which might never
 * end, is none either, nor is a file larger than any document.
 */
export async function readWhole(path: string): Promise<Uint8Array | null> {
  // Without waiting for whoever would write into a pipe.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (file === null) return null;
  try {
    const found = await file.stat();
    return found.isFile() && found.size <= MOST_BYTES ? await file.readFile() : null;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
