import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../src/documents/csv-table.ts';

describe('a table as CSV', () => {
  it('is quoted where it must be, with lines that end as the standard says', () => {
    expect(
      csvTable([
        ['甲', '乙,"丙"'],
        ['一\n二', -1.5],
      ]),
    ).toBe('\uFEFF甲,"乙,""丙"""\r\n"一\n二",-1.5\r\n');
  });

  it('makes words of formulas and leaves numbers below zero', () => {
    expect(csvTable([['=1+1', '+1', '-1', '@a', '\tb', '\rc', -1]])).toBe(
      "\uFEFF'=1+1,'+1,'-1,'@a,'\tb,\"'\rc\",-1\r\n",
    );
  });

  it('is read back as it was written', () => {
    const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        expect(parse(csvTable(rows), { bom: true, skip_empty_lines: false })).toEqual(rows);
      }),
    );
  });
});
