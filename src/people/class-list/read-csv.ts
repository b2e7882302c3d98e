import { parse } from 'csv-parse/sync';
import { decodeText } from '../../text/decode-text.ts';
import type { ReadSheet } from './class-list.ts';

const DELIMITERS = [',', '\t', ';', '，'];
const HEAD_BYTES = 4096;

/** A text file of rows, in UTF-8, UTF-16 with its mark, or GB 18030, which holds GBK. */
export function readCsv(bytes: Uint8Array, advice: string): ReadSheet {
  const text = decodeText(bytes);
  if (text === null || /[\u0000-\u0008]/u.test(text)) {
    return { ok: false, problem: `看不懂这个文件的格式。${advice}` };
  }
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      ...{ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
      trim: true,
    });
    return { ok: true, sheet: { rows, merged: new Set() } };
  } catch {
    return { ok: false, problem: `表格的引号不成对，不能读取。${advice}` };
  }
}

/** The one that stands in the first lines most often. */
function delimiterOf(text: string): string {
  const head = text.slice(0, HEAD_BYTES);
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
}
