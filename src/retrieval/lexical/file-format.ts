import { crc32 } from 'node:zlib';
import { UserFacingError } from '../../errors.ts';

/**
 * One file: header, then sections of typed values, each from a multiple of eight bytes.
 * Header, in 32-bit words of this machine's byte order (a build artefact does not travel):
 * magic, format version, CRC-32 of all that follows, total bytes, then offset and bytes a section.
 */
export const FORMAT_VERSION = 1;
const MAGIC = 0x584c5847; // "GXLX"
const FIXED_WORDS = 4;

const SECTION_TYPES = {
  counts: Uint32Array,
  shortTerms: Uint32Array,
  longTermOffsets: Uint32Array,
  longTermUnits: Uint16Array,
  postingOffsets: Uint32Array,
  postings: Uint32Array,
  parentOf: Uint32Array,
  nameOf: Uint32Array,
  nameOffsets: Uint32Array,
  nameUnits: Uint16Array,
  placeOffsets: Uint32Array,
  placeUnits: Uint16Array,
  placeDocumentOffsets: Uint32Array,
  placeDocuments: Uint32Array,
} as const;

type SectionName = keyof typeof SECTION_TYPES;
const SECTION_NAMES = Object.keys(SECTION_TYPES) as SectionName[];
const HEADER_BYTES = Math.ceil(((FIXED_WORDS + SECTION_NAMES.length * 2) * 4) / 8) * 8;

type SectionArray<Name extends SectionName> =
  (typeof SECTION_TYPES)[Name] extends Uint32ArrayConstructor ? Uint32Array : Uint16Array;

/** The parts of an index; what each holds is said where `buildLexicalIndex` makes it. */
export type IndexSections = {
  readonly [Name in SectionName]: SectionArray<Name>;
};

export function encodeSections(sections: IndexSections): Uint8Array {
  const starts: number[] = [];
  let total = HEADER_BYTES;
  for (const name of SECTION_NAMES) {
    starts.push(total);
    total += Math.ceil(sections[name].byteLength / 8) * 8;
  }
  const bytes = new Uint8Array(total);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  for (const [position, name] of SECTION_NAMES.entries()) {
    const { buffer, byteOffset, byteLength } = sections[name];
    const start = starts[position] as number;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start);
    header[FIXED_WORDS + position * 2] = start;
    header[FIXED_WORDS + position * 2 + 1] = byteLength;
  }
  header[3] = total;
  header[0] = MAGIC;
  header[1] = FORMAT_VERSION;
  header[2] = checksum(bytes);
  return bytes;
}

/**
 * Views over one buffer; nothing is copied. Throws UserFacingError for a file that is not an index,
 * of another format version, cut short, or changed in any byte.
 */
export function decodeSections(given: Uint8Array): IndexSections {
  const bytes = aligned(given);
  if (bytes.length < HEADER_BYTES) throw unusable('索引文件不完整');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_BYTES / 4);
  if (header[0] !== MAGIC) throw unusable('索引文件无法识别');
  if (header[1] !== FORMAT_VERSION) {
    throw unusable(`索引文件的格式版本是 ${header[1]}，本程序需要 ${FORMAT_VERSION}`);
  }
  if (header[3] !== bytes.length) throw unusable('索引文件不完整');
  if (header[2] !== checksum(bytes)) throw unusable('索引文件已损坏');
  const entries = SECTION_NAMES.map((name, position) => {
    const start = header[FIXED_WORDS + position * 2] as number;
    const length = header[FIXED_WORDS + position * 2 + 1] as number;
    const type = SECTION_TYPES[name];
    const view = new type(bytes.buffer, bytes.byteOffset + start, length / type.BYTES_PER_ELEMENT);
    return [name, view] as const;
  });
  return Object.fromEntries(entries) as unknown as IndexSections;
}

// Views of 32-bit words need an aligned start; a small file's buffer may stand anywhere in a pool.
function aligned(given: Uint8Array): Uint8Array<ArrayBuffer> {
  const isAligned = given.byteOffset % 8 === 0 && given.buffer instanceof ArrayBuffer;
  return isAligned ? (given as Uint8Array<ArrayBuffer>) : new Uint8Array(given);
}

// The checksum covers everything after its own field, the section table included.
function checksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(12));
}

function unusable(reason: string): UserFacingError {
  return new UserFacingError(
    `${reason}，请运行 npm run --silent ganxun -- corpus index 重新建立索引。`,
  );
}
