import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readDocument } from '../../../src/corpus/readers/read-document.ts';
import { UserFacingError } from '../../../src/errors.ts';
import { encodeText } from '../../support/encode-text.ts';
import { handMadePdf, linesOfPage } from '../../support/hand-made-pdf.ts';
import { makeDocx, p, zipped } from '../../support/make-docx.ts';

const LINES = [
  '关于做好培训工作的通知',
  '一、要求',
  '各地要抓好落实。',
  '二、保障',
  '经费列入预算。',
];
const PAGE = `<html><head><meta charset="gbk"><title>通知</title></head><body><div class="nav"><a href="/">首页</a></div>
<h1>${LINES[0]}</h1><ol start="2"><li>${LINES[2]}<li>乙</ol><table><tr><td rowspan="2">甲<td>乙<tr><td>丙</table></body></html>`;
const GUIDE = `---\na: b\n---\n# ${LINES[0]}\n\n1. 甲\n   - 乙\n\n| 任务 | 单位 |\n|---|---|\n| 甲 | **乙** |\n\n<div>丙</div>\n`;

const docx = await makeDocx({ body: LINES.map((line) => p(line)).join('') });

const FILES: readonly (readonly [string, Uint8Array, number])[] = [
  ['a.docx', docx, 60],
  ['a.pdf', handMadePdf([linesOfPage(LINES)]), 25],
  ['a.html', encodeText(PAGE, 'gb18030'), 150],
  ['a.md', encodeText(GUIDE, 'utf-8'), 150],
  ['a.txt', encodeText(LINES.join('\n'), 'gb18030'), 150],
];

/** A cut, a changed stretch, or a stretch of the file set in elsewhere. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  put: fc.uint8Array({ maxLength: 20 }),
});

function changed(
  bytes: Uint8Array,
  { at, length, put }: { at: number; length: number; put: Uint8Array },
) {
  const start = Math.floor(at * bytes.length);
  return Uint8Array.from([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + length)]);
}

describe('a damaged file', () => {
  it.each(FILES)('is read or refused, and breaks nothing: %s', async (file, bytes, runs) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        await readOrRefused(file, changes.reduce(changed, bytes));
      }),
      { numRuns: runs },
    );
  });

  it('is read or refused where its XML is damaged', async () => {
    const part =
      '<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const xml = changes.reduce(changed, new TextEncoder().encode(part));
        const body = new TextDecoder('latin1').decode(xml);
        await readOrRefused('a.docx', await makeDocx({ body }));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused where it is any bytes at all, under any name', async () => {
    const names = fc.constantFrom(
      'a.docx',
      'a.pdf',
      'a.html',
      'a.md',
      'a.txt',
      'a',
      '.docx',
      'a.zip',
    );
    await fc.assert(fc.asyncProperty(names, fc.uint8Array({ maxLength: 200 }), readOrRefused), {
      numRuns: 200,
    });
  });

  it('is refused where it is an archive of any names', async () => {
    const names = fc.uniqueArray(
      fc.constantFrom(
        'word/document.xml',
        '[Content_Types].xml',
        '_rels/.rels',
        'OFD.xml',
        '甲',
        'xl/a',
      ),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(names, fc.string({ maxLength: 30 }), async (list, content) => {
        const entries = new Map(list.map((name) => [name, content]));
        await readOrRefused('a.docx', await zipped(entries));
      }),
      { numRuns: 40 },
    );
  });
});

/** @throws whatever a reader throws that is no word for people */
async function readOrRefused(file: string, bytes: Uint8Array): Promise<void> {
  try {
    const { text, outline } = await readDocument(file, bytes, READING_LIMITS);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/^\s|\s$|\n\n|\0/u);
    for (const { body } of outline) expect(body.end).toBeLessThanOrEqual(text.length);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    expect(error.message).toMatch(/\p{Script=Han}[^\n]*。$/u);
  }
}
