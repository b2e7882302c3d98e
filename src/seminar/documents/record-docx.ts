import type { RecordSheet } from '../record-sheet.ts';

/** A Word file of record sheets, one run of pages a group. */
export async function recordDocx(sheets: readonly RecordSheet[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new Error('Cannot write record sheets: there are none');
  const { recordFile } = await import('./word/kit-file.ts');
  return recordFile(sheets);
}
