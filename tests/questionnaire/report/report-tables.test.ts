import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { reportFile } from '../../../src/questionnaire/report/report-file.ts';
import { partsOf } from '../../support/word-file.ts';
import * as evaluation from './evaluation-fixture.ts';
import { hostile } from './hostile.ts';
import * as needs from './needs-fixture.ts';

type Fixture = Pick<typeof needs, 'ANALYSIS' | 'QUESTIONNAIRE' | 'HEAD'>;

async function workbookOf({ ANALYSIS, QUESTIONNAIRE, HEAD }: Fixture) {
  const bytes = await reportFile(ANALYSIS, QUESTIONNAIRE, HEAD, 'xlsx');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer as never);
  return { bytes, workbook };
}

function rowsOf(workbook: excel.Workbook, name: string): unknown[][] {
  const rows: unknown[][] = [];
  workbook.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

async function csvOf({ ANALYSIS, QUESTIONNAIRE, HEAD }: Fixture) {
  const bytes = await reportFile(ANALYSIS, QUESTIONNAIRE, HEAD, 'csv');
  const rows = parse(Buffer.from(bytes), { bom: true }) as string[][];
  return { bytes, rows };
}

const { bytes, workbook } = await workbookOf(needs);
const csv = await csvOf(needs);

/** Where two or more people stand behind a figure, it is told in the codes of both files. */
const HOSTILE_FIXTURES: readonly Fixture[] = [needs, evaluation].map((one) => ({
  ANALYSIS: hostile(one.ANALYSIS),
  QUESTIONNAIRE: hostile(one.QUESTIONNAIRE),
  HEAD: hostile(one.HEAD),
}));

describe('the workbook of a report', () => {
  it('has its sheets in order', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['说明', '样本', '各题结果', '差距排序', '分组比较', '开放题主题', '编码表'],
    ]);
  });

  it('says why no row is of one person', () => {
    expect(rowsOf(workbook, '说明').flat().join('\n')).toContain('没有逐份答卷');
    // 22 questions and no more rows than figures of them: nothing here counts to 86.
    for (const sheet of workbook.worksheets) {
      if (sheet.name !== '各题结果' && sheet.name !== '分组比较') {
        expect(sheet.rowCount).toBeLessThan(needs.ANSWERED);
      }
    }
  });

  it('has figures as numbers, and what is hidden as a dash', () => {
    expect(rowsOf(workbook, '样本')).toContainEqual(['有效答卷', '', 86, 86 / 120]);
    expect(rowsOf(workbook, '样本')).toContainEqual(['岗位类别', '行政执法', '—', '—']);
    expect(rowsOf(workbook, '差距排序')[1]).toEqual([
      ...[1, 'c7', '数字化履职与数据治理能力', 8.63, 4.52, 2.61, 86, '优先安排'],
    ]);
    expect(rowsOf(workbook, '差距排序').at(-1)?.[3]).toBe(-0.86);
    expect(rowsOf(workbook, '各题结果')).toContainEqual([
      ...[16, 'methods', '您希望采用哪些培训方式？（最多选3项）', '多选题'],
      ...['案例式教学', 54, 54 / 86, ''],
    ]);
  });

  it('has a codebook of every item', () => {
    const codes = rowsOf(workbook, '编码表').slice(1);
    expect(codes.map(([, id]) => id)).toEqual(needs.QUESTIONNAIRE.items.map(({ id }) => id));
    const first = codes.find(([, id]) => id === 'c1');
    expect(first?.[6]).toBe(
      '重要程度：1很不重要—5非常重要\n掌握程度：1完全没掌握—5完全掌握\n可选“不适用”',
    );
    expect(first?.[8]).toBe(
      '《全国干部教育培训规划（2023—2027年）》二（一）：完善干部理论教育培训长效机制',
    );
  });

  it('holds no formula, whatever people write', async () => {
    for (const fixture of HOSTILE_FIXTURES) {
      const hostileBook = await workbookOf(fixture);
      const dangerous: unknown[] = [];
      let words = 0;
      for (const sheet of hostileBook.workbook.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            const { Number: figure, Null: nothing, Merge: merged } = excel.ValueType;
            if ([figure, nothing, merged].includes(cell.type)) return;
            words += 1;
            if (cell.type !== excel.ValueType.String) dangerous.push(cell.value);
            if (/^[=+\-@\t\r]/u.test(String(cell.value))) dangerous.push(cell.value);
          }),
        );
      }
      expect(words).toBeGreaterThan(50);
      expect(dangerous).toEqual([]);
      for (const [name, xml] of partsOf(hostileBook.bytes)) {
        expect([name, /<f[ >]/u.test(xml)]).toEqual([name, false]);
        expect([name, /[\u0001\u202E]/u.test(xml)]).toEqual([name, false]);
      }
    }
  });

  it('is a ZIP file', () => {
    expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });
});

describe('the CSV of a report', () => {
  it('is read as UTF-8 everywhere, with a row a figure', () => {
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.rows[0]).toEqual([
      ...['部分', '题号', '题目编号', '题目', '题型或分组', '指标或选项'],
      ...['人数', '比例', '数值', '说明'],
    ]);
    expect(new Set(csv.rows.map(({ length }) => length))).toEqual(new Set([10]));
  });

  it('tells the same figures as the workbook', () => {
    const figures = csv.rows.filter(([part]) => part === '各题结果');
    const cells = rowsOf(workbook, '各题结果').slice(1);
    const told = (value: unknown) =>
      value === '—' ? '不列出' : typeof value === 'number' ? `${Number(value.toFixed(4))}` : value;
    expect(figures.map((row) => row.slice(1, 9))).toEqual(
      cells.map((row) => Array.from({ length: 8 }, (_, at) => told(row[at] ?? ''))),
    );
    const scores = csv.rows.filter(([part, , , , , name]) => {
      return part === '差距排序' && name === '平均加权差距';
    });
    expect(scores.map((row) => Number(row[8]))).toEqual(
      needs.ANALYSIS.needs.map(({ mwds }) => mwds),
    );
  });

  it('holds no formula, whatever people write', async () => {
    for (const fixture of HOSTILE_FIXTURES) {
      const { rows } = await csvOf(fixture);
      const cells = rows.flat().filter((cell) => !/^-?\d+(?:\.\d+)?$/u.test(cell));
      expect(cells.some((cell) => cell.startsWith("'=cmd"))).toBe(true);
      expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    }
  });
});
