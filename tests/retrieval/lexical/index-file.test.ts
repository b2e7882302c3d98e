import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserFacingError } from '../../../src/errors.ts';
import { buildLexicalIndex } from '../../../src/retrieval/lexical/build.ts';
import { openLexicalIndex } from '../../../src/retrieval/lexical/search.ts';
import { planDocuments } from './plan-documents.ts';

const documents = planDocuments();
const bytes = buildLexicalIndex(documents);
const questions = ['经费保障', '五（二）', '骨干教师每年培训多少名', '网络培训', 'AI', ''];
const answers = (file: Uint8Array) =>
  questions.map((question) => openLexicalIndex(file).search(question, { limit: 10 }));

test('the same documents give the same bytes', () => {
  expect(buildLexicalIndex(documents)).toEqual(bytes);
});

test('a copy answers like the original, wherever in a buffer it stands', () => {
  const shifted = new Uint8Array(bytes.length + 3).subarray(3);
  shifted.set(bytes);
  expect(answers(shifted)).toEqual(answers(bytes));
});

test('no documents give an index that finds nothing', () => {
  const empty = openLexicalIndex(buildLexicalIndex([]));
  expect(empty.documents).toBe(0);
  expect(empty.search('经费第三十三条', { limit: 3 }).hits).toEqual([]);
});

test('progress counts the documents', () => {
  const seen: number[] = [];
  buildLexicalIndex(documents.slice(0, 3), (read) => seen.push(read));
  expect(seen).toEqual([1, 2, 3]);
});

describe('an unusable file is refused in one line that says what to do', () => {
  const refusal = (file: Uint8Array): unknown => {
    try {
      openLexicalIndex(file);
      return undefined;
    } catch (error) {
      return error;
    }
  };

  test.each([
    ['cut short', bytes.subarray(0, bytes.length - 8), '索引文件不完整'],
    ['empty', new Uint8Array(0), '索引文件不完整'],
    ['something else', new TextEncoder().encode('不是索引'.repeat(100)), '索引文件无法识别'],
    ['longer than it was', new Uint8Array([...bytes, 0, 0, 0, 0]), '索引文件不完整'],
  ])('%s', (_name, file, reason) => {
    const error = refusal(file);
    expect(error).toBeInstanceOf(UserFacingError);
    expect((error as Error).message).toBe(
      `${reason}，请运行 npm run --silent ganxun -- corpus index 重新建立索引。`,
    );
  });

  test('another format version', () => {
    const other = bytes.slice();
    new Uint32Array(other.buffer)[1] = 99;
    expect(String(refusal(other))).toContain('格式版本是 99');
  });

  test('a changed byte, wherever it stands', () => {
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(refusal(damaged)).toBeInstanceOf(UserFacingError);
      }),
    );
  });
});
