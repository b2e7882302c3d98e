import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { sha256Of, textFileOf } from '../../corpus/kept-reading.ts';
import type { ManifestEntry } from '../../corpus/manifest.ts';
import { changeFolder, type Folders, type Refusal } from '../folder/change-folder.ts';
import { writeWhole } from '../folder/write-file.ts';
import { againstSecrecy } from './against-secrecy.ts';
import { type ReadSet, readSet } from './read-set.ts';

export type Imported =
  | { readonly kind: 'done'; readonly versions: number; readonly files: number }
  | Refusal;

/**
 * Puts a set in the place of the one that is there, which whoever calls has been asked about. Files
 * come under names that are free, so that whatever cuts it short leaves one set or the other.
 *
 * @throws UserFacingError for an archive that is no set, or a folder that cannot be written
 */
export async function importSet(folders: Folders, bytes: Uint8Array): Promise<Imported> {
  const set = await readSet(bytes);
  const marked = await againstSecrecy(set);
  if (marked !== null) return { kind: 'refused', problem: marked };
  const changed = await changeFolder(folders, async ({ entries }, folder) => {
    const names = await namesIn(folder, set.files);
    return {
      kind: 'change' as const,
      edit: { kind: 'replace' as const, yaml: renamed(set, names), leaving: entries },
      files: [...set.files].map(([name, content]) => ({
        name: names.get(name) ?? name,
        bytes: content,
      })),
    };
  });
  if (changed.kind === 'refused') return changed;
  for (const [name, content] of set.companions)
    await writeWhole(join(folders.folder, name), content);
  return { kind: 'done', versions: set.manifest.entries.length, files: set.files.size };
}

/** A name that another file has in the folder is given up for one with the file's hash in it. */
async function namesIn(
  folder: string,
  files: ReadSet['files'],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [name, content] of files) {
    if (name.endsWith('.text.json')) continue;
    const there = await readFile(join(folder, name)).catch(() => null);
    const textThere = await readFile(join(folder, textFileOf(name))).catch(() => null);
    const text = files.get(textFileOf(name));
    if (isSame(there, content) && isSame(textThere, text ?? null)) continue;
    const free =
      isSame(there, null) && isSame(textThere, null) ? name : withHash(name, content, text);
    names.set(name, free);
    names.set(textFileOf(name), textFileOf(free));
  }
  return names;
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === null || other === null ? one === other : sha256Of(one) === sha256Of(other);
}

function withHash(name: string, content: Uint8Array, text: Uint8Array | undefined): string {
  const hash = createHash('sha256')
    .update(content)
    .update(text ?? '');
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)}-${hash.digest('hex').slice(0, 8)}${extension}`;
}

/** The manifest with the names that the files get; comments and order stay. */
function renamed({ yaml, manifest }: ReadSet, names: ReadonlyMap<string, string>): string {
  const document = parseDocument(yaml);
  const materials = document.get('materials') as YAMLSeq<YAMLMap>;
  for (const [at, entry] of manifest.entries.entries()) {
    const name = nameFor(entry, names);
    if (name !== entry.file) materials.items[at]?.set('file', name);
  }
  return document.toString({ lineWidth: 0 });
}

function nameFor({ file }: ManifestEntry, names: ReadonlyMap<string, string>): string {
  return names.get(file) ?? file;
}
