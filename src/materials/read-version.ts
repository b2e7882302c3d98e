import { join } from 'node:path';
import { parseReading, plainBytes, sha256Of, textFileOf } from '../corpus/kept-reading.ts';
import type { ManifestEntry } from '../corpus/manifest.ts';
import { readWhole } from '../corpus/read-whole.ts';
import type { Reading } from '../corpus/readers/document.ts';
import { readApart } from '../corpus/readers/read-apart.ts';
import type { ShelfParts } from './shelf-parts.ts';

/** Readings of files of which nothing is kept; whoever looks at one looks at it page by page. */
const READINGS_KEPT = 4;

/** Gives what was read from a version's file: what was kept, else what is read from it now. */
export type ReadVersion = (folder: string, entry: ManifestEntry) => Promise<Reading | null>;

export function createReadVersion({ read = readApart }: Pick<ShelfParts, 'read'>): ReadVersion {
  const readings = new Map<string, Reading>();
  return async (folder, entry) => {
    if (entry.text_sha256 !== undefined) return keptReading(folder, entry, entry.text_sha256);
    const bytes = await readWhole(join(folder, entry.file));
    if (bytes === null) return null;
    const sha256 = sha256Of(bytes);
    const reading = readings.get(sha256) ?? (await read(entry.file, plainBytes(bytes)));
    if (readings.size >= READINGS_KEPT) readings.clear();
    readings.set(sha256, reading);
    return reading;
  };
}

/** Null where it is not what was registered any more. */
async function keptReading(
  folder: string,
  entry: ManifestEntry,
  sha256: string,
): Promise<Reading | null> {
  const name = textFileOf(entry.file);
  const bytes = await readWhole(join(folder, name));
  return bytes === null || sha256Of(bytes) !== sha256 ? null : parseReading(name, bytes);
}
