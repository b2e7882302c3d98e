import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Words at a place of a page, in points from its lower left corner. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees against the clock. */
  readonly turn?: number;
  /** Points between characters. */
  readonly spacing?: number;
  /** Commands before it, undone after it. */
  readonly before?: string;
}

export interface HandMade {
  /** Objects of the whole file, from number 10 on, such as a script. */
  readonly objects?: readonly string[];
  /** What the catalogue holds besides pages. */
  readonly catalogue?: string;
  /** What every page holds besides its words. */
  readonly page?: string;
  /** The text font; by default one whose codes are UTF-16 and have a map to Unicode. */
  readonly font?: string;
  /** Commands before the words of every page. */
  readonly drawing?: string;
  /** What its commands may name besides the font. */
  readonly resources?: string;
  readonly password?: string;
}

const FONT = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H',
  '/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
].join(' ');

/** A PDF of A4 pages made by hand: every character stands on a square of its own size. */
export function handMadePdf(
  pages: readonly (readonly Placed[])[],
  parts: HandMade = {},
): Uint8Array {
  const objects = new Map<number, string>();
  const kids = pages.map((_, at) => `${100 + 2 * at} 0 R`).join(' ');
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${parts.catalogue ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.set(3, parts.font ?? FONT);
  objects.set(
    4,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
  );
  objects.set(5, stream(TO_UNICODE));
  objects.set(
    6,
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  for (const [at, object] of (parts.objects ?? []).entries()) objects.set(10 + at, object);
  for (const [at, words] of pages.entries()) {
    const drawn = [parts.drawing ?? '', ...words.map(draw)].join('\n');
    objects.set(
      100 + 2 * at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${101 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> ${parts.resources ?? ''} >> ${parts.page ?? ''} >>`,
    );
    objects.set(101 + 2 * at, stream(drawn));
  }
  return parts.password === undefined ? assemble(objects) : encrypt(objects, parts.password);
}

/** A page of lines of one size, the first at the top. */
export function linesOfPage(lines: readonly string[], x = 90, top = 740, size = 16): Placed[] {
  return lines.map((text, at) => ({ text, x, y: top - at * size * 1.75, size }));
}

function draw({ text, x, y, size = 16, turn = 0, spacing = 0, before = '' }: Placed): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((one) => one.toFixed(5));
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `q ${before} BT /F1 ${size} Tf ${spacing} Tc ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm <${codes}> Tj ET Q`;
}

function stream(words: string): string {
  const packed = deflateSync(Buffer.from(words, 'latin1')).toString('latin1');
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
}

function assemble(objects: ReadonlyMap<number, string>, trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const table = file.length;
  file += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, offset] of offsets) {
    file += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** AES-256 (revision 5), of which only the dictionary matters to whoever has no password. */
function encrypt(objects: Map<number, string>, password: string): Uint8Array {
  const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const wrap = (key: Buffer, secret: Buffer) => {
    const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(secret), cipher.final()]);
  };
  const [secret, words] = [randomBytes(32), Buffer.from(password)];
  const [check, salt, ownCheck, ownSalt] = Array.from({ length: 4 }, () => randomBytes(8)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const user = Buffer.concat([hash(words, check), check, salt]);
  const owner = Buffer.concat([hash(words, ownCheck, user), ownCheck, ownSalt]);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  objects.set(
    9,
    `<< /Filter /Standard /V 5 /R 5 /Length 256 /P -4 /U ${hex(user)} /O ${hex(owner)} /UE ${hex(wrap(hash(words, salt), secret))} /OE ${hex(wrap(hash(words, ownSalt, user), secret))} /Perms ${hex(randomBytes(16))} /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>`,
  );
  const id = hex(randomBytes(16));
  return assemble(objects, `/Encrypt 9 0 R /ID [${id} ${id}]`);
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`;
