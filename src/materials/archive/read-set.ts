import { sha256Of, textFileOf } from '../../corpus/kept-reading.ts';
import { type Manifest, type ManifestEntry, parseManifest } from '../../corpus/manifest.ts';
import { BadArchive } from '../../corpus/readers/archive/bad-archive.ts';
import { unpackArchive } from '../../corpus/readers/archive/unpack-archive.ts';
import { UserFacingError } from '../../errors.ts';
import { COMPANIONS } from './export-set.ts';
import { namesAtFault, SUMS_FILE } from './sums.ts';

/** A set that may be taken in: whole, unaltered, and nothing in it that the manifest does not name. */
export interface ReadSet {
  readonly yaml: string;
  readonly manifest: Manifest;
  /** Of all versions, and what was read from them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What stands beside the manifest. */
  readonly companions: ReadonlyMap<string, Uint8Array>;
}

const LIMITS = { unpackedBytes: 2 * 1024 ** 3, unpackedRatio: 200, entries: 20_000 };

/** @throws UserFacingError for an archive that is no set, or is not as it was exported */
export async function readSet(bytes: Uint8Array): Promise<ReadSet> {
  const all = await unpacked(bytes);
  const yaml = textOf(all, 'manifest.yaml');
  const faults = namesAtFault(textOf(all, SUMS_FILE), all);
  if (faults.length > 0) {
    throw wrong(`以下文件与导出时不一致：${faults.slice(0, 5).join('、')}`);
  }
  const manifest = parseManifest(yaml);
  const [broken] = manifest.broken;
  if (broken !== undefined) throw wrong(`资料目录中的条目“${broken.id}”有误：${broken.problem}`);
  const files = new Map(manifest.entries.flatMap((entry) => filesOf(entry, all)));
  const companions = new Map([...all].filter(([name]) => COMPANIONS.includes(name)));
  const known = ['manifest.yaml', SUMS_FILE, ...files.keys(), ...companions.keys()];
  const others = [...all.keys()].filter((name) => !known.includes(name));
  if (others.length > 0) throw wrong(`有资料目录之外的文件：${others.slice(0, 5).join('、')}`);
  return { yaml, manifest, files, companions };
}

async function unpacked(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return await unpackArchive(bytes, LIMITS);
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    const where = error.entry === '' ? '' : `（${error.entry}）`;
    throw wrong(`压缩包已损坏，或者内容不安全${where}`);
  }
}

function textOf(all: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = all.get(name);
  if (bytes === undefined) throw wrong(`压缩包中没有 ${name}`);
  return new TextDecoder().decode(bytes);
}

function filesOf(
  { file, sha256, text_sha256: textSha256 }: ManifestEntry,
  all: ReadonlyMap<string, Uint8Array>,
): [string, Uint8Array][] {
  const wanted: [string, string][] = [[file, sha256]];
  if (textSha256 !== undefined) wanted.push([textFileOf(file), textSha256]);
  return wanted.map(([name, hash]) => {
    const bytes = all.get(name);
    if (bytes === undefined) throw wrong(`压缩包中缺少 ${name}`);
    if (sha256Of(bytes) !== hash) throw wrong(`${name} 与资料目录中的 sha256 不一致`);
    return [name, bytes];
  });
}

function wrong(why: string): UserFacingError {
  return new UserFacingError(`${why}，没有导入。请用 corpus export 重新导出整套资料后再试。`);
}
