import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { recogniseEncoding } from '../../src/text/recognise-encoding.ts';
import { canEncode, encodeText } from '../support/encode-text.ts';

const PLAN = readFileSync(new URL('../../corpus/plan-2023-2027.txt', import.meta.url), 'utf8');
const SIMPLIFIED = PLAN.replace(/\s+/gu, '');
const TRADITIONAL = Converter({ from: 'cn', to: 'tw' })(SIMPLIFIED);

/** Pieces of a text at even steps, so that every length sees sentences from all over it. */
function piecesOf(text: string, length: number, count: number): string[] {
  const step = Math.floor((text.length - length) / count);
  return Array.from({ length: count }, (_, at) => text.slice(at * step, at * step + length));
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

const WAYS = [
  ['UTF-8', SIMPLIFIED, 'utf-8', (text: string) => encodeText(text, 'utf-8')],
  ['traditional UTF-8', TRADITIONAL, 'utf-8', (text: string) => encodeText(text, 'utf-8')],
  ['GBK', SIMPLIFIED, 'gb18030', (text: string) => encodeText(text, 'gb18030')],
  ['traditional GBK', TRADITIONAL, 'gb18030', (text: string) => encodeText(text, 'gb18030')],
  ['Big5', TRADITIONAL, 'big5', (text: string) => encodeText(text, 'big5')],
] as const;

describe('the encoding of real sentences', () => {
  /** Of pieces this long at most so many are taken for another encoding: a word of two characters can be both. */
  const MOST_WRONG = [
    ...([
      [2, 0.05],
      [3, 0.02],
      [4, 0.01],
    ] as const),
    ...([
      [6, 0],
      [10, 0],
      [30, 0],
      [300, 0],
    ] as const),
  ] as const;

  for (const [name, text, encoding, encode] of WAYS) {
    it.each(MOST_WRONG)(`is told in ${name} at %i characters`, (length, most) => {
      const pieces = piecesOf(text, length, 300).filter(
        (piece) => encoding === 'utf-8' || canEncode(piece, encoding),
      );
      expect(pieces.length).toBeGreaterThan(250);
      const read = pieces.map((piece) => ({ piece, ...recogniseEncoding(encode(piece)) }));
      const wrong = read.filter(({ piece, text: got }) => got !== piece);
      expect(wrong.length).toBeLessThanOrEqual(most * pieces.length);
      if (length >= 10) expect(read.every(({ isSure }) => isSure)).toBe(true);
    });
  }

  it('is UTF-16 without its mark from ten characters on', () => {
    for (const piece of piecesOf(SIMPLIFIED, 10, 300)) {
      expect(recogniseEncoding(utf16(piece))).toMatchObject({ text: piece, encoding: 'utf-16le' });
    }
  });
});

describe('an encoding', () => {
  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, ...encodeText('培训', 'utf-8')], 'utf-8'],
    ['UTF-16, little end first', [0xff, 0xfe, ...utf16('培训')], 'utf-16le'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x57, 0xf9, 0x8b, 0xad], 'utf-16be'],
  ])('is told by the mark of %s, which is no text', (_name, bytes, encoding) => {
    const read = recogniseEncoding(Uint8Array.from(bytes));
    expect(read).toEqual({ text: '培训', encoding, isSure: true });
  });

  it.each(['', 'id,name\n1,plan', 'café, naïve', '25 °C × 3', '姓名,学时\n张三,3'])(
    'is UTF-8 for %j',
    (text) => {
      expect(recogniseEncoding(encodeText(text, 'utf-8'))).toMatchObject({
        text,
        encoding: 'utf-8',
      });
    },
  );

  it.each([
    ['half a character', encodeText('培训', 'utf-8').slice(0, 5)],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0xf9, 0x57, 0, 0)],
    ['no text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10)],
  ])('is none for %s', (_name, bytes) => {
    expect(recogniseEncoding(bytes)).toBeNull();
  });

  it('is not sure where a word is two', () => {
    const sure = piecesOf(TRADITIONAL, 2, 300)
      .filter((piece) => canEncode(piece, 'big5'))
      .map((piece) => ({ piece, ...recogniseEncoding(encodeText(piece, 'big5')) }));
    const wronglySure = sure.filter(({ piece, text, isSure }) => text !== piece && isSure);
    expect(wronglySure).toEqual([]);
    expect(sure.some(({ isSure }) => isSure === false)).toBe(true);
  });
});
