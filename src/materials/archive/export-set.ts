import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { GOLDEN_FILE } from '../../corpus/golden.ts';
import { textFileOf } from '../../corpus/kept-reading.ts';
import { parseManifest } from '../../corpus/manifest.ts';
import { UserFacingError } from '../../errors.ts';
import { type Folders, servingFolder } from '../folder/change-folder.ts';
import { SUMS_FILE, writeSums } from './sums.ts';

/** What may stand beside the manifest and belongs to the set. */
export const COMPANIONS: readonly string[] = [
  ...['faq.yaml', 'thesaurus.yaml', 'recall.yaml'],
  GOLDEN_FILE,
];

export interface ExportedSet {
  /** Of a ZIP archive. */
  readonly bytes: Uint8Array;
  /** Versions that are in it. */
  readonly versions: number;
  readonly files: number;
}

/**
 * The whole set as one archive: the manifest, the files of all versions, what was read from them, and
 * what stands beside them, with the hash of each.
 *
 * @throws UserFacingError where a file that the manifest names is not there
 */
export async function exportSet(folders: Folders): Promise<ExportedSet> {
  const folder = servingFolder(folders);
  const files = new Map<string, Uint8Array>();
  const manifest = await readFile(join(folder, 'manifest.yaml'));
  files.set('manifest.yaml', manifest);
  const { entries } = parseManifest(manifest.toString('utf8'));
  for (const { file, text_sha256 } of entries) {
    files.set(file, await readNamed(folder, file));
    const textFile = textFileOf(file);
    if (text_sha256 !== undefined) files.set(textFile, await readNamed(folder, textFile));
  }
  for (const name of COMPANIONS) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes !== null) files.set(name, bytes);
  }
  const bytes = await packed(files);
  return { bytes, versions: entries.length, files: files.size };
}

async function readNamed(folder: string, name: string): Promise<Uint8Array> {
  return readFile(join(folder, name)).catch(() => {
    throw new UserFacingError(
      `资料文件夹中缺少 ${name}，没有导出。请放回该文件，或在资料目录中去掉这一条后重试。`,
    );
  });
}

async function packed(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  const all = new Map([...files, [SUMS_FILE, Buffer.from(writeSums(files))]]);
  // The same set gives the same archive.
  const options = { mtime: new Date('2000-01-01T00:00:00Z') };
  for (const [name, bytes] of all) zip.addBuffer(Buffer.from(bytes), name, options);
  zip.end();
  return buffer(zip.outputStream);
}
