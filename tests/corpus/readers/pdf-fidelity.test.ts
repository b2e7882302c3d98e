import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RawReading, READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readPdf } from '../../../src/corpus/readers/pdf/read-pdf.ts';
import { readPlainText } from '../../../src/corpus/readers/plain-text.ts';
import { findOffice, type Office, printedAll } from '../../support/office.ts';
import { officialDocument, twoColumns, withTable } from '../../support/paged-documents.ts';

const office = findOffice();
const plan = readPlainText(
  readFileSync(new URL('../../../corpus/plan-2023-2027.txt', import.meta.url), 'utf8'),
);
const paragraphs = plan.text.split('\n');

const TITLE = '关于做好干部教育培训工作的若干措施';
const COLUMNS = paragraphs.slice(4, 12);
const ROWS = [
  ['序号', '班次名称', '人数', '时间'],
  ['1', '县处级干部进修班', '50', '3月'],
  ['2', '优秀年轻干部培训班（含公务员初任培训、任职培训和专门业务培训等内容）', '120', '4月'],
  ['3', '师资培训班', '', '9月'],
];
const BEFORE =
  '现将2024年培训计划印发给你们，请结合实际认真组织实施，确保各项任务落到实处、取得实效。';
const AFTER = '以上计划由各承办单位组织实施，所需经费从年度预算中列支，不得向学员收取费用。';
const NOTE = '经费标准按照有关规定执行。';

describe.skipIf(office === null)('PDFs that LibreOffice prints', () => {
  let [official, columns, table] = [] as unknown as [RawReading, RawReading, RawReading];

  beforeAll(async () => {
    const files = [
      await officialDocument(paragraphs, '全国干部教育培训规划'),
      await twoColumns(TITLE, COLUMNS),
      await withTable('关于下达培训计划的通知', BEFORE, ROWS, AFTER, NOTE),
    ];
    const bytes = printedAll(office as Office, files, (pdfs) =>
      pdfs.map((pdf) => readFileSync(pdf)),
    );
    const readings: RawReading[] = [];
    for (const one of bytes) readings.push(await readPdf(one, READING_LIMITS));
    [official, columns, table] = readings as [RawReading, RawReading, RawReading];
  }, 120_000);

  it('keep the characters of a whole plan in order', () => {
    expect(shareInOrder(plan.text, official.text)).toBeGreaterThanOrEqual(0.98);
  });

  it('have the headings that its plain text has, in the same places', () => {
    const places = ({ outline }: Pick<RawReading, 'outline'>) =>
      outline.map(({ place, headings }) => [place, ...headings]);
    expect(places(official)).toEqual(places(plan));
    expect(official.outline.length).toBeGreaterThan(30);
  });

  it('tell what was taken off each page', () => {
    const count = official.pages.length;
    expect(count).toBeGreaterThan(8);
    expect(official.leftOut.map((one) => [one.what, one.count])).toEqual([
      ['页眉', count],
      ['页码', count],
    ]);
    expect(official.doubts).toEqual([]);
  });

  it('begin each page where its first line begins', () => {
    expect(official.pages[0]).toBe(0);
    for (const [at, start] of official.pages.entries()) {
      expect(start).toBeGreaterThan(official.pages[at - 1] ?? -1);
      // Within a paragraph, a page never begins in the middle of a mark of punctuation.
      expect(official.text.slice(start, start + 1)).toMatch(/[\p{L}\p{N}（“《]/u);
    }
  });

  it('are read column after column', () => {
    expect(shareInOrder([TITLE, ...COLUMNS].join('\n'), columns.text)).toBeGreaterThanOrEqual(0.98);
    expect(columns.text.split('\n')).toHaveLength(COLUMNS.length + 1);
  });

  it('keep tables by rows and cells, and the note at the foot', () => {
    expect(table.text.split('\n')).toEqual([
      '关于下达培训计划的通知',
      BEFORE,
      ...ROWS.map((row) => row.join('\t')),
      `${AFTER}[1]`,
      `[1]${NOTE}`,
    ]);
    expect(table.tables).toBe(1);
  });
});

/** The share of a text's characters that another one holds in the same order, white space aside. */
function shareInOrder(wanted: string, found: string): number {
  const [one, other] = [wanted, found].map((text) => text.replace(/[^\S\n]/gu, '')) as [
    string,
    string,
  ];
  return (one.length - editDistance(one, other)) / one.length;
}

function editDistance(one: string, other: string): number {
  let row = Uint32Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 0; i < one.length; i++) {
    const next = new Uint32Array(other.length + 1);
    next[0] = i + 1;
    for (let j = 0; j < other.length; j++) {
      const change = (row[j] as number) + (one[i] === other[j] ? 0 : 1);
      next[j + 1] = Math.min(change, (row[j + 1] as number) + 1, (next[j] as number) + 1);
    }
    row = next;
  }
  return row[other.length] as number;
}
