import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { BadArchive } from './bad-archive.ts';
import { isSafeName } from './is-safe-name.ts';

export interface ArchiveLimits {
  /** Bytes of all entries together, unpacked. */
  readonly unpackedBytes: number;
  /** How many times the size of the archive they may have. */
  readonly unpackedRatio: number;
  readonly entries: number;
}

/** Repetitive text packs well: below this many bytes no ratio does harm. */
const HARMLESS_BYTES = 4 * 1024 * 1024;
/** What a Unix system says of an entry in the upper half of its attributes (`S_IFMT`, `S_IFLNK`). */
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/**
 * The files of a ZIP archive by their names, folders left out. Names and sizes of all entries are
 * checked before anything is unpacked, and what is unpacked against its size and checksum, so that
 * an archive is taken whole or not at all.
 *
 * @param isWanted by the name; others are checked by their entry and not unpacked
 * @throws BadArchive
 */
export async function unpackArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  isWanted: (name: string) => boolean = () => true,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await orDamaged(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      // Names are decoded and checked here, so that each fault has its own word.
      decodeStrings: false,
    }),
  );
  if (zip.entryCount > limits.entries) throw new BadArchive('too-many');
  const entries = await readEntries(zip, bytes.length, limits);
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of entries) {
    if (isWanted(name)) files.set(name, await unpackEntry(zip, name, entry));
  }
  return files;
}

async function readEntries(
  zip: ZipFile,
  packedBytes: number,
  limits: ArchiveLimits,
): Promise<Map<string, Entry>> {
  const most = Math.min(
    limits.unpackedBytes,
    Math.max(HARMLESS_BYTES, packedBytes * limits.unpackedRatio),
  );
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let unpackedBytes = 0;
  const all = zip.eachEntry();
  for (;;) {
    const next = await orDamaged(() => all.next());
    if (next.done === true) return entries;
    const entry = next.value;
    const name = nameOf(entry);
    const isFolder = name.endsWith('/');
    const path = isFolder ? name.slice(0, -1) : name;
    checkEntry(entry, path);
    // Windows and macOS have no two files whose names differ in case or composition alone.
    const key = path.normalize('NFC').toLowerCase();
    if (seen.has(key)) throw new BadArchive('duplicate', path);
    seen.add(key);
    if (seen.size > limits.entries) throw new BadArchive('too-many');
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > most) throw new BadArchive('too-large', path);
    if (!isFolder) entries.set(path, entry);
  }
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    true,
  );
}

function checkEntry(entry: Entry, path: string): void {
  if (!isSafeName(path)) throw new BadArchive('unsafe-name', path);
  if (entry.isEncrypted()) throw new BadArchive('encrypted', path);
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) {
    throw new BadArchive('link', path);
  }
  if (!entry.canDecodeFileData()) throw new BadArchive('unknown-method', path);
}

/** The library ends the stream where an entry turns out larger or smaller than its size says. */
async function unpackEntry(zip: ZipFile, name: string, entry: Entry): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  await orDamaged(async () => {
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  }, name);
  const file = Buffer.concat(pieces);
  if (crc32(file) !== entry.crc32) throw new BadArchive('damaged', name);
  return file;
}

async function orDamaged<Result>(read: () => Promise<Result>, entry = ''): Promise<Result> {
  try {
    return await read();
  } catch {
    throw new BadArchive('damaged', entry);
  }
}
