import type { ClassList, ReadSheet } from './class-list.ts';
import { listFromSheet } from './list-from-sheet.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

export type ReadClassList =
  | { readonly ok: true; readonly list: ClassList }
  | { readonly ok: false; readonly problem: string };

const LARGEST_BYTES = 5 * 1024 * 1024;
const MOST_ROWS = 2000;
/** Files of Office before 2007, and encrypted ones since. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const OTHER_FORMAT = '请在 WPS 或者 Excel 中另存为 .xlsx 或者 CSV（不加密）后再导入。';

/** Reads a class list from a file of any name; what it holds decides how. Never throws. */
export async function readClassList({
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<ReadClassList> {
  if (bytes.length === 0) return { ok: false, problem: '文件是空的，请检查后重新选择。' };
  if (bytes.length > LARGEST_BYTES) {
    return { ok: false, problem: '文件超过 5 MB，请只保留名单这一张表后再导入。' };
  }
  const read = await readSheet(bytes);
  if (!read.ok) return read;
  if (read.sheet.rows.length > MOST_ROWS) {
    return { ok: false, problem: `名单超过 ${MOST_ROWS} 行，请分成几个文件导入。` };
  }
  return listFromSheet(read.sheet);
}

async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  if (beginsWith(bytes, OLD_OFFICE)) {
    return { ok: false, problem: `这是旧版或者加密的表格，不能读取。${OTHER_FORMAT}` };
  }
  return beginsWith(bytes, ZIP) ? readXlsx(bytes, OTHER_FORMAT) : readCsv(bytes, OTHER_FORMAT);
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
