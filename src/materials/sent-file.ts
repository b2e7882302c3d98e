import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../corpus/kept-reading.ts';
import type { ManifestEntry } from '../corpus/manifest.ts';
import type { SentFile } from './shelf.ts';

/** A version's file as it was sent; null where it is gone, or not what was registered any more. */
export async function sentFileOf(folder: string, entry: ManifestEntry): Promise<SentFile | null> {
  const bytes = await readFile(join(folder, entry.file)).catch(() => null);
  return bytes === null || sha256Of(bytes) !== entry.sha256 ? null : { name: entry.file, bytes };
}
