import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { READING_LIMITS } from '../src/corpus/readers/document.ts';
import { readDocx } from '../src/corpus/readers/docx/read-docx.ts';
import { medianOf, type Report, round } from './figures.ts';

const PLAN = new URL('../corpus/plan-2023-2027.txt', import.meta.url);
/** Of the plan, which with its table fills four pages and a third of A4 as LibreOffice sets it. */
const COPIES = 47;
const RUNS = 5;

/** Milliseconds to read a Word file of about 200 pages: numbered chapters, tables and footnotes. */
export async function benchWordFiles(report: Report): Promise<void> {
  const docx = await longDocx(COPIES);
  const times: number[] = [];
  let characters = 0;
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    characters = (await readDocx(docx, READING_LIMITS)).text.length;
    times.push(performance.now() - begun);
  }
  report({
    bench: 'word-files',
    characters,
    bytes: docx.length,
    first: round(times[0] ?? Number.NaN),
    median: round(medianOf(times)),
  });
}

/** Words in many short runs, as Word leaves them after editing. */
export async function longDocx(copies: number): Promise<Uint8Array> {
  const lines = readFileSync(PLAN, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const children: (Paragraph | Table)[] = [];
  for (let copy = 1; copy <= copies; copy++) {
    footnotes[copy] = { children: [new Paragraph(`第${copy}份的说明。`)] };
    children.push(
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        numbering: { reference: 'list', level: 0 },
        children: [new TextRun('总则'), new FootnoteReferenceRun(copy)],
      }),
      ...lines.map(
        (line) =>
          new Paragraph({
            numbering: { reference: 'list', level: 1 },
            children: (line.match(/.{1,12}/gu) ?? []).map((words) => new TextRun(words)),
          }),
      ),
      new Table({
        rows: lines.slice(0, 20).map(
          (line, at) =>
            new TableRow({
              children: [`${at + 1}`, line.slice(0, 20), line.slice(20, 40)].map(
                (words) => new TableCell({ children: [new Paragraph(words)] }),
              ),
            }),
        ),
      }),
    );
  }
  const level = (at: number, text: string) => ({
    level: at,
    format: LevelFormat.CHINESE_COUNTING_THOUSAND,
    text,
    alignment: AlignmentType.START,
  });
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [{ reference: 'list', levels: [level(0, '第%1章'), level(1, '第%2条')] }],
      },
      footnotes,
      sections: [{ children }],
    }),
  );
}
