import { inflateRawSync } from 'node:zlib';

/** Signatures of a ZIP file (APPNOTE.TXT, 4.3). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The parts of a Word file, by their paths. */
export function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(docx);
  const end = zip.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === ENTRY) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    ) as [number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(name, contentOf(zip, at));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

function contentOf(zip: Buffer, entry: number): string {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const isDeflated = zip.readUInt16LE(entry + 10) === DEFLATED;
  return (isDeflated ? inflateRawSync(bytes) : bytes).toString('utf8');
}

export interface WordParagraph {
  /** Empty where it has none. */
  readonly style: string;
  readonly text: string;
}

export function paragraphsOf(xml: string): WordParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/u.exec(paragraph)?.[1] ?? '',
    text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, words = '']) => plain(words))
      .join(''),
  }));
}

/** What is wrong with the XML: tags that do not match, or characters that it cannot hold. */
export function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/u, '');
  for (const [, closing, name = '', attributes = '', single] of body.matchAll(
    /<(\/?)([\w:.]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/gu,
  )) {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/u.test(attributes)) faults.push(`& in ${name}`);
    if (closing === '/') {
      if (open.pop() !== name) faults.push(`</${name}>`);
    } else if (single !== '/') open.push(name);
  }
  const words = body.replace(/<\/?[\w:.]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/gu, '');
  if (/[<>]/u.test(words)) faults.push('a stray angle bracket');
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/u.test(words)) faults.push('a stray &');
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(xml)) {
    faults.push('a character that XML cannot hold');
  }
  return [...faults, ...open];
}

function plain(words: string): string {
  const characters = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;
  return words.replace(
    /&(lt|gt|quot|apos|amp);/gu,
    (_, name: keyof typeof characters) => characters[name],
  );
}
