import { describe, expect, it } from 'vitest';
import { type ArchiveFault, BadArchive } from '../../../src/corpus/readers/archive/bad-archive.ts';
import { isSafeName } from '../../../src/corpus/readers/archive/is-safe-name.ts';
import { unpackArchive } from '../../../src/corpus/readers/archive/unpack-archive.ts';
import { forged, renamed } from '../../support/forged-zip.ts';
import { zipped } from '../../support/make-docx.ts';

const LIMITS = { unpackedBytes: 8 * 1024 * 1024, unpackedRatio: 200, entries: 50 };
const text = (file: Uint8Array | undefined) => Buffer.from(file ?? []).toString('utf8');

async function faultOf(zip: Uint8Array): Promise<ArchiveFault | null> {
  try {
    await unpackArchive(zip, LIMITS);
    return null;
  } catch (error) {
    if (error instanceof BadArchive) return error.fault;
    throw error;
  }
}

describe('an archive', () => {
  it('is unpacked whole, by names', async () => {
    const files = await unpackArchive(
      await zipped([
        ['manifest.yaml', '资料'],
        ['子目录/办法-v1.docx', Uint8Array.of(1, 2, 3)],
        ['empty.txt', ''],
      ]),
      LIMITS,
    );
    expect([...files.keys()]).toEqual(['manifest.yaml', '子目录/办法-v1.docx', 'empty.txt']);
    expect(text(files.get('manifest.yaml'))).toBe('资料');
    expect([...(files.get('子目录/办法-v1.docx') ?? [])]).toEqual([1, 2, 3]);
  });

  it('gives only what is wanted', async () => {
    const zip = await zipped([
      ['a.xml', 'a'],
      ['b.png', 'b'],
    ]);
    const files = await unpackArchive(zip, LIMITS, (name) => name.endsWith('.xml'));
    expect([...files.keys()]).toEqual(['a.xml']);
  });

  it('may hold a little text that packs very well', async () => {
    expect(await faultOf(await zipped([['a.txt', '教'.repeat(1_000_000)]]))).toBeNull();
  });
});

describe('an archive that must not be unpacked', () => {
  const plain = () => zipped([['name.txt', '内容'.repeat(500)]]);

  it.each<[string, ArchiveFault, () => Uint8Array | Promise<Uint8Array>]>([
    ['no archive', 'damaged', () => Buffer.from('这不是压缩文件')],
    ['nothing', 'damaged', () => new Uint8Array()],
    ['cut off', 'damaged', async () => (await plain()).slice(0, -30)],
    ['cut in the middle', 'damaged', async () => (await plain()).slice(0, 40)],
    ['altered', 'damaged', async () => flipped(await plain(), 42)],
    [
      'with a false checksum',
      'damaged',
      async () => forged(await plain(), 'checksum', (n) => n + 1),
    ],
    ['larger than it says', 'damaged', async () => forged(await plain(), 'unpackedSize', () => 10)],
    [
      'smaller than it says',
      'damaged',
      async () => forged(await plain(), 'unpackedSize', (n) => n + 9),
    ],
    [
      'that says it is huge',
      'too-large',
      async () => forged(await plain(), 'unpackedSize', () => 0xfffffffe),
    ],
    ['a bomb', 'too-large', () => zipped([['a', Buffer.alloc(9 * 1024 * 1024)]])],
    [
      'a bomb in pieces',
      'too-large',
      () => zipped(many(9, (at) => [`${at}`, Buffer.alloc(1024 * 1024)])),
    ],
    ['that packs too well', 'too-large', () => zipped([['a', Buffer.alloc(5 * 1024 * 1024)]])],
    ['of too many files', 'too-many', () => zipped(many(51, (at) => [`${at}.txt`, '']))],
    ['encrypted', 'encrypted', async () => forged(await plain(), 'flags', (flags) => flags | 1)],
    [
      'packed in an unknown way',
      'unknown-method',
      async () => forged(await plain(), 'method', () => 12),
    ],
    ['with a link', 'link', async () => forged(await plain(), 'attributes', () => 0o120777 << 16)],
    [
      'with a name twice',
      'duplicate',
      async () => renamed(await two('a1.txt', 'a2.txt'), 'a2.txt', 'a1.txt'),
    ],
    ['with a name in two cases', 'duplicate', () => two('a.txt', 'A.TXT')],
    ['with a name composed in two ways', 'duplicate', () => two('\u00e9.txt', 'e\u0301.txt')],
    [
      'with a file that is also a folder',
      'duplicate',
      async () => renamed(await two('abc', 'abcx'), 'abcx', 'abc/'),
    ],
  ])('%s', async (_name, fault, zip) => {
    expect(await faultOf(await zip())).toBe(fault);
  });

  it.each([
    ['../up.txt', 'xx/up.txt'],
    ['a/../b.txt', 'a/xx/b.txt'],
    ['/abs.txt', 'xabs.txt'],
    ['C:/a.txt', 'Cx/a.txt'],
    ['a\\b.txt', 'axb.txt'],
    ['a\0.txt', 'ax.txt'],
    ['a//b.txt', 'a/xb.txt'],
    ['./a.txt', 'x/a.txt'],
  ])('with the name %j', async (name, harmless) => {
    expect(isSafeName(harmless)).toBe(true);
    expect(await faultOf(renamed(await zipped([[harmless, '内容']]), harmless, name))).toBe(
      'unsafe-name',
    );
  });
});

function two(one: string, other: string): Promise<Uint8Array> {
  return zipped([
    [one, '甲'],
    [other, ''],
  ]);
}

function many<Item>(count: number, item: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => item(at));
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte));
}
