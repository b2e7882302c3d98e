import { join } from 'node:path';
import { sha256Of } from '../corpus/kept-reading.ts';
import { readWhole } from '../corpus/read-whole.ts';
import { readServing } from './folder/shelved.ts';
import type { VersionOf } from './material.ts';
import type { SentFile } from './shelf.ts';
import type { ShelfParts } from './shelf-parts.ts';

/**
 * A version's file as it was sent; null where there is none, or it is gone, or not what was registered
 * any more.
 */
export async function sentFileOf(
  parts: ShelfParts,
  { id, version }: VersionOf,
): Promise<SentFile | null> {
  const { folder, manifest } = await readServing(parts);
  const entry = manifest.entries.find((one) => one.id === id && one.version === version);
  if (entry === undefined) return null;
  const bytes = await readWhole(join(folder, entry.file));
  return bytes === null || sha256Of(bytes) !== entry.sha256 ? null : { name: entry.file, bytes };
}
