import { posix } from 'node:path';
import { BadArchive } from '../archive/bad-archive.ts';
import { unpackArchive } from '../archive/unpack-archive.ts';
import type { ReadingLimits } from '../document.ts';
import { BadXml, parseXml } from './parse-xml.ts';
import { refusalOf } from './refusals.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** A Word file: its main part, and the parts that this one names. */
export interface WordPackage {
  readonly document: XmlElement;
  /** All that the main part relates to in a way, such as `styles` or `header`. */
  readonly related: (kind: string) => readonly XmlElement[];
  /** Of the whole package, such as `core-properties`. */
  readonly properties: readonly XmlElement[];
}

interface Relation {
  /** The last step of its type, which is the same in both dialects of the format. */
  readonly kind: string;
  readonly target: string;
}

/** No Word file that people make has as many parts. */
const MOST_ENTRIES = 10_000;
/** Of an OLE compound file: old Word files, and new ones that are encrypted. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const MACROS = /(?:^|\/)vba(?:Project|Data)[^/]*$/iu;

/**
 * Opens a Word file and reads its parts. A part with a DOCTYPE is refused, read or not.
 *
 * @throws UserFacingError for what is no Word file, or one that must not be opened
 */
export async function openPackage(bytes: Uint8Array, limits: ReadingLimits): Promise<WordPackage> {
  if (COMPOUND_FILE.every((byte, at) => bytes[at] === byte)) {
    const isEncrypted = Buffer.from(bytes).includes(ENCRYPTED_PACKAGE);
    throw refusalOf(isEncrypted ? 'encrypted' : 'old-format');
  }
  try {
    return partsIn(await unpacked(bytes, limits));
  } catch (error) {
    if (error instanceof BadArchive || error instanceof BadXml) throw refusalOf(error.fault);
    throw error;
  }
}

async function unpacked(
  bytes: Uint8Array,
  { unpackedBytes, unpackedRatio }: ReadingLimits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const names: string[] = [];
  const files = await unpackArchive(
    bytes,
    { unpackedBytes, unpackedRatio, entries: MOST_ENTRIES },
    (name) => {
      names.push(name);
      return /\.(?:xml|rels)$/iu.test(name);
    },
  );
  if (names.some((name) => MACROS.test(name))) throw refusalOf('macro');
  return new Map([...names.map((name) => [name, NOTHING] as const), ...files]);
}

const NOTHING = new Uint8Array();

function partsIn(files: ReadonlyMap<string, Uint8Array>): WordPackage {
  // Names of parts are alike whatever their case (ECMA-376, part 2).
  const byName = new Map([...files].map(([name, file]) => [name.toLowerCase(), file]));
  const trees = new Map<string, XmlElement>();
  const part = (name: string): XmlElement | undefined => {
    const key = name.toLowerCase();
    const known = trees.get(key);
    if (known !== undefined) return known;
    const file = byName.get(key);
    if (file === undefined || file.length === 0) return undefined;
    const tree = parseXml(file);
    trees.set(key, tree);
    return tree;
  };

  const types = part('[Content_Types].xml');
  const roots = relationsOf(part('_rels/.rels'), '');
  const main = roots.find(({ kind }) => kind === 'officedocument')?.target;
  if (types === undefined || main === undefined) throw refusalOf('no-word-file');
  checkTypes(types, main);
  for (const [name, file] of files) if (file.length > 0) refuseDoctype(name, file);
  const document = part(main);
  if (document?.name !== 'w:document') throw refusalOf('no-word-file');
  const folder = posix.dirname(main);
  const relations = relationsOf(
    part(posix.join(folder, '_rels', `${posix.basename(main)}.rels`)),
    folder,
  );
  return {
    document,
    related: (kind) => partsOfKind(relations, kind).flatMap((name) => part(name) ?? []),
    properties: ['core-properties', 'extended-properties', 'custom-properties'].flatMap((kind) =>
      partsOfKind(roots, kind).flatMap((name) => part(name) ?? []),
    ),
  };
}

function partsOfKind(relations: readonly Relation[], kind: string): string[] {
  const names = relations.filter((one) => one.kind === kind.toLowerCase());
  return [...new Set(names.map(({ target }) => target))];
}

function relationsOf(part: XmlElement | undefined, folder: string): Relation[] {
  if (part === undefined) return [];
  return childrenOf(part, 'Relationship').flatMap(({ attributes }) => {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    // Of what lies outside the file nothing is ever fetched.
    if (mode === 'External' || target === '') return [];
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    const kind = type.slice(type.lastIndexOf('/') + 1).toLowerCase();
    // The strict dialect writes `extendedProperties` where the other has `extended-properties`.
    return [
      {
        kind: kind.replace(/^(core|extended|custom)-?properties$/u, '$1-properties'),
        target: path,
      },
    ];
  });
}

function checkTypes(types: XmlElement, main: string): void {
  const named = childrenOf(types, 'Override').find(
    ({ attributes }) => attributes.PartName?.toLowerCase() === `/${main.toLowerCase()}`,
  );
  const byExtension = childrenOf(types, 'Default').find(
    ({ attributes }) => attributes.Extension?.toLowerCase() === posix.extname(main).slice(1),
  );
  const type = (named ?? byExtension)?.attributes.ContentType ?? '';
  if (/macroEnabled/iu.test(type)) throw refusalOf('macro');
  if (!/wordprocessingml/iu.test(type)) throw refusalOf('no-word-file');
}

const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu;
const CHUNK = 1024 * 1024;

/** Looks at the bytes: parts that nobody reads are not parsed. */
function refuseDoctype(name: string, file: Uint8Array): void {
  if (!/\.(?:xml|rels)$/iu.test(name)) return;
  const isWide = file[0] === 0xff || file[0] === 0xfe;
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length; at += CHUNK) {
    const piece = buffer.toString('latin1', at, at + CHUNK + 64);
    if (DOCTYPE.test(isWide ? piece.replaceAll('\0', '') : piece)) throw new BadXml('doctype');
  }
}
