import type { Kit } from '../kit.ts';
import type { DocumentHead } from './document-head.ts';
import type { Sheet } from './sheet.ts';

/** A Word file of the sheets asked for, in that order, each beginning on a new page. */
export async function kitDocx(
  kit: Kit,
  head: DocumentHead,
  sheets: readonly Sheet[],
): Promise<Uint8Array> {
  if (sheets.length === 0) throw new Error('Cannot write a document of a kit: it has no sheets');
  // The library takes long to load, and most runs of the program write no document.
  const { kitFile } = await import('./word/kit-file.ts');
  return kitFile(kit, head, sheets);
}
