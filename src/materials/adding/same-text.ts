import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readMaterial } from '../../corpus/corpus.ts';
import { plainBytes } from '../../corpus/kept-reading.ts';
import type { ManifestEntry } from '../../corpus/manifest.ts';
import { readWhole } from '../../corpus/read-whole.ts';
import { readApart } from '../../corpus/readers/read-apart.ts';

/** Told once for each text, however often somebody sends a file. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** What two texts have in common that differ in nothing but white space. */
export function textKey(text: string): string {
  return createHash('sha256').update(text.replace(/\s/gu, '')).digest('hex');
}

/** The key of what was read from a version's file; null where it cannot be read any more. */
export async function textKeyOf(folder: string, entry: ManifestEntry): Promise<string | null> {
  const name = entry.text_sha256 ?? entry.sha256;
  const found = known.get(name);
  if (found !== undefined) return found;
  const text = await textOf(folder, entry).catch(() => null);
  if (text === null) return null;
  if (known.size >= MOST_KNOWN) known.clear();
  const key = textKey(text);
  known.set(name, key);
  return key;
}

/** Formats that take no time to read; any other one is read apart where nothing is kept of it. */
const PLAIN = /\.(?:txt|md)$/iu;

async function textOf(folder: string, entry: ManifestEntry): Promise<string | null> {
  if (entry.text_sha256 !== undefined || PLAIN.test(entry.file)) {
    return (await readMaterial({ entry, folder })).text;
  }
  const bytes = await readWhole(join(folder, entry.file));
  return bytes === null ? null : (await readApart(entry.file, plainBytes(bytes))).text;
}
