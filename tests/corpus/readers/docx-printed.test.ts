import { beforeAll, describe, expect, it } from 'vitest';
import { type RawReading, READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readDocx } from '../../../src/corpus/readers/docx/read-docx.ts';
import { fidelityOf } from '../../support/edit-distance.ts';
import { findOffice, type Office, printedPages, savedAgain } from '../../support/office.ts';
import { STATUTE_LINES, statuteDocx } from '../../support/sample-statute.ts';

const office = findOffice();
const KNOWN = STATUTE_LINES.join('\n');
const together = (text: string) => text.replace(/\s/gu, '');

function expectStatute(reading: RawReading): void {
  expect(fidelityOf(KNOWN, reading.text)).toBeGreaterThanOrEqual(0.995);
  expect(reading.text.split('\n')).toEqual(STATUTE_LINES);
  expect(reading.tables).toBe(1);
  expect(reading.outline.map(({ place, headings }) => [place, ...headings])).toEqual([
    ['标题'],
    ['第一章', '总则'],
    ...['一', '二', '三'].map((number) => [`第${number}条`, '总则']),
    ['第二章', '学习与考勤'],
    ...['四', '五', '六'].map((number) => [`第${number}条`, '学习与考勤']),
    ['第三章', '附则'],
    ...['七', '八'].map((number) => [`第${number}条`, '附则']),
  ]);
  expect(reading.aside).toContain('内部学习资料');
}

describe('a Word file in which no number is written', () => {
  let docx: Uint8Array;
  beforeAll(async () => {
    docx = await statuteDocx();
  });

  it('is read word for word, with all headings, numbers and cells', async () => {
    expectStatute(await readDocx(docx, READING_LIMITS));
  });

  it.skipIf(office === null)(
    'is read the same after LibreOffice has written it (needs LibreOffice)',
    async () => {
      expectStatute(await readDocx(savedAgain(office as Office, docx), READING_LIMITS));
    },
    60_000,
  );

  it.skipIf(office === null)(
    'has the numbers that LibreOffice prints (needs LibreOffice and pdftotext)',
    async () => {
      const { text } = await readDocx(docx, READING_LIMITS);
      const printed = together(printedPages(office as Office, docx).join('\n'));
      const numbered = text.split('\n').filter((line) => /^(?:第.+?[章条]|（.）|\d\.)/u.test(line));
      expect(numbered).toHaveLength(20);
      let at = 0;
      for (const line of numbered) {
        const found = printed.indexOf(together(line), at);
        expect(found, line).toBeGreaterThanOrEqual(at);
        at = found + together(line).length;
      }
    },
    60_000,
  );
});
