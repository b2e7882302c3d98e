import { describe, expect, it } from 'vitest';
import { reportFile } from '../../../src/questionnaire/report/report-file.ts';
import { findOffice, type Office, printedPages } from '../../support/office.ts';
import { faultsOf, paragraphsOf, partsOf } from '../../support/word-file.ts';
import * as evaluation from './evaluation-fixture.ts';
import { HOSTILE_SHOWN, hostile } from './hostile.ts';
import * as needs from './needs-fixture.ts';

const office = findOffice();
const file = await reportFile(needs.ANALYSIS, needs.QUESTIONNAIRE, needs.HEAD, 'docx');
const parts = partsOf(file);
const documentXml = parts.get('word/document.xml') as string;
const paragraphs = paragraphsOf(documentXml);
const styled = (style: string) =>
  paragraphs.filter((one) => one.style === style).map(({ text }) => text);

describe('the Word file of a report', () => {
  it('has headings, captions and quotes in styles of their own', () => {
    expect(styled('Heading1')).toEqual(['2027年度全市干部培训需求调研报告']);
    expect(styled('Heading2')).toHaveLength(8);
    expect(styled('Heading3')).toHaveLength(6);
    expect(styled('Caption').filter((text) => /^图\d　/u.test(text))).toHaveLength(9);
    expect(styled('Caption').filter((text) => /^表\d+　/u.test(text))).toHaveLength(11);
    expect(styled('PolicyQuote')).toEqual([
      needs.PLAN_QUOTES.digital.text,
      needs.PLAN_QUOTES.practice.text,
    ]);
    expect(parts.get('word/styles.xml')).toMatch(
      /styleId="Heading3".*?<w:outlineLvl w:val="2"\/>/u,
    );
  });

  it('tells every picture in words', () => {
    const told = [...documentXml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/gu)].map(
      ([, words = '']) => words,
    );
    expect(told).toHaveLength(9);
    expect(told[2]).toContain('优先安排：1 数字化履职与数据治理能力');
    for (const words of told) expect(words.length).toBeGreaterThan(20);
    expect([...parts.keys()].filter((name) => /^word\/media\/.*\.png$/u.test(name))).toHaveLength(
      9,
    );
  });

  it('repeats the heads of its tables, cuts no row, and counts its pages', () => {
    const tables = [...documentXml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table);
    expect(tables).toHaveLength(11);
    for (const table of tables) expect(table).toContain('<w:tblHeader/>');
    const rows = [...documentXml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)];
    expect(rows.filter(([row]) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    expect(parts.get('word/footer1.xml')).toContain('PAGE');
    expect(parts.get('word/header1.xml')).toContain('2027年度全市干部培训需求调研报告');
  });

  it('is not broken by anything that people may write', async () => {
    for (const { ANALYSIS, QUESTIONNAIRE, HEAD } of [needs, evaluation]) {
      const whole = partsOf(
        await reportFile(hostile(ANALYSIS), hostile(QUESTIONNAIRE), hostile(HEAD), 'docx'),
      );
      for (const [name, xml] of whole) {
        if (/\.(?:xml|rels)$/u.test(name)) expect([name, ...faultsOf(xml)]).toEqual([name]);
      }
      const words = paragraphsOf(whole.get('word/document.xml') as string);
      expect(words.map(({ text }) => text).join('')).toContain(HOSTILE_SHOWN);
    }
    // Twelve pictures are drawn, each with the whole font.
  }, 120_000);

  it.skipIf(office === null)('is printed whole by LibreOffice, no heading alone', () => {
    const pages = printedPages(office as Office, file).map((page) => page.replace(/\s/gu, ''));
    expect(pages.length).toBeGreaterThanOrEqual(9);
    expect(pages.length).toBeLessThanOrEqual(14);
    const all = pages.join('');
    for (const words of [...styled('Heading2'), ...styled('Heading3')])
      expect(all).toContain(words);
    for (const page of pages) {
      expect(page.replace(/－\d+－/u, '')).not.toMatch(
        /(?:[一二三四五六七八]、|（[一二三]）)\S{2,18}$/u,
      );
    }
  });
});
