import { zipNames } from './zip-names.ts';

/** What a file is by its content, whatever it is called. */
export type FileKind =
  | 'empty'
  | 'pdf'
  | 'docx'
  | 'docx-macro'
  | 'odt'
  | 'ofd'
  | 'xlsx'
  | 'pptx'
  | 'archive'
  | 'archive-broken'
  | 'encrypted-office'
  | 'old-office'
  | 'rtf'
  | 'office-xml'
  | 'web-archive'
  | 'image'
  | 'media'
  | 'program'
  /** None of the above: text, or something that cannot be told. */
  | 'unmarked';

/** Where a PDF may hide its signature behind other bytes, as its readers allow. */
const PDF_HEAD_BYTES = 1024;

const SIGNATURES: readonly (readonly [FileKind, string, number])[] = [
  ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0],
  ['rtf', '{\\rtf', 0],
  ['image', '\xff\xd8\xff', 0],
  ['image', '\x89PNG\r\n\x1a\n', 0],
  ['image', 'GIF87a', 0],
  ['image', 'GIF89a', 0],
  ['image', 'II*\0', 0],
  ['image', 'MM\0*', 0],
  ['image', 'WEBP', 8],
  ['image', 'ftypheic', 4],
  ['image', 'ftypavif', 4],
  ['image', 'ftypmif1', 4],
  ['media', 'ftyp', 4],
  ['media', 'ID3', 0],
  ['media', '\x1aE\xdf\xa3', 0],
  ['media', 'AVI ', 8],
  ['media', 'WAVE', 8],
  ['archive', 'Rar!\x1a\x07', 0],
  ['archive', "7z\xbc\xaf'\x1c", 0],
  ['archive', '\x1f\x8b', 0],
  ['archive', 'BZh', 0],
  ['archive', 'ustar', 257],
  ['program', '\x7fELF', 0],
  ['program', '\xcf\xfa\xed\xfe', 0],
  ['program', '\xca\xfe\xba\xbe', 0],
];

export async function fileKind(bytes: Uint8Array): Promise<FileKind> {
  if (bytes.length === 0) return 'empty';
  const found = SIGNATURES.find(([, signature, at]) => hasAt(bytes, signature, at))?.[0];
  if (found === 'old-office') return isEncrypted(bytes) ? 'encrypted-office' : found;
  if (found !== undefined) return found;
  if (hasAt(bytes, 'PK\x03\x04', 0) || hasAt(bytes, 'PK\x05\x06', 0)) return kindOfZip(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEAD_BYTES));
  if (head.includes('%PDF-')) return 'pdf';
  if (isWindowsProgram(bytes) || head.startsWith('#!')) return 'program';
  if (head.startsWith('BM') && bytes.includes(0)) return 'image';
  if (/<\?mso-application\b|schemas\.microsoft\.com\/office\/word\/2003/u.test(head)) {
    return 'office-xml';
  }
  return /^\s*(?:From:|MIME-Version:|Snapshot-Content)/iu.test(head) &&
    /multipart\/related/iu.test(head)
    ? 'web-archive'
    : 'unmarked';
}

function hasAt(bytes: Uint8Array, signature: string, at: number): boolean {
  for (let index = 0; index < signature.length; index++) {
    if (bytes[at + index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

/** `MZ` alone begins words too. */
function isWindowsProgram(bytes: Uint8Array): boolean {
  return hasAt(bytes, 'MZ', 0) && bytes.subarray(0, PDF_HEAD_BYTES).includes(0);
}

/** An encrypted Office file is a stream of this name in the old container. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

async function kindOfZip(bytes: Uint8Array): Promise<FileKind> {
  const names = await zipNames(bytes);
  if (names === null) return 'archive-broken';
  if (names.some((name) => /^word\//iu.test(name))) {
    return names.some((name) => /vbaProject/iu.test(name)) ? 'docx-macro' : 'docx';
  }
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  if (names.includes('OFD.xml')) return 'ofd';
  return names.includes('content.xml') && names.includes('mimetype') ? 'odt' : 'archive';
}
