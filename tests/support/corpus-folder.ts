import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Fields of a manifest entry; what is left out gets a usable value, `undefined` leaves it out. */
export interface EntryFields {
  readonly file: string;
  readonly [field: string]: unknown;
}

export interface CorpusFolderContent {
  /** Materials and companions by file name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly entries?: readonly EntryFields[];
}

export interface CorpusFolder {
  readonly path: string;
  /** Writes one file without touching the manifest, as someone who alters a material would. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Writes files and a manifest of these entries, hashes included, as someone who approves would. */
  publish(content: CorpusFolderContent): Promise<void>;
  remove(): Promise<void>;
}

/** A corpus folder of its own for a test, with real files and a real manifest. */
export async function makeCorpusFolder(content: CorpusFolderContent): Promise<CorpusFolder> {
  const path = await mkdtemp(join(tmpdir(), 'corpus-'));
  const write = (name: string, bytes: string | Uint8Array) => writeFile(join(path, name), bytes);
  const publish = async ({ files = {}, entries = [] }: CorpusFolderContent) => {
    for (const [name, bytes] of Object.entries(files)) await write(name, bytes);
    const materials = entries.map((entry) => manifestEntry(entry, files[entry.file] ?? ''));
    // By one rename, as editors and the shelf write it: nobody reads half of it.
    await write('.manifest.yaml', stringify({ materials }));
    await rename(join(path, '.manifest.yaml'), join(path, 'manifest.yaml'));
  };
  await publish(content);
  return { path, write, publish, remove: () => rm(path, { recursive: true, force: true }) };
}

/** An entry as a manifest holds it: approved, in force, with the hash of the bytes. */
export function manifestEntry(fields: EntryFields, bytes: string | Uint8Array = '') {
  return {
    id: fields.file.replace(/\.\w+$/u, ''),
    title: '测试资料',
    issuer: '测试单位',
    edition: '第1版',
    kind: '政策文件',
    status: 'approved',
    approver: '测试审核人',
    approved_at: '2024-01-01',
    effective_from: '2024-01-01',
    effective_to: null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...fields,
  };
}
