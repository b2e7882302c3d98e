import { parseReading, textFileOf } from '../../corpus/kept-reading.ts';
import { UNLIMITED } from '../../corpus/readers/document.ts';
import { readDocument } from '../../corpus/readers/read-document.ts';
import { refuseSecrecyMarked, SecrecyMarked } from '../../corpus/readers/secrecy-marked.ts';
import { UserFacingError } from '../../errors.ts';
import type { ReadSet } from './read-set.ts';

/** Why a set is not taken in that holds a 涉密 file; null where none of it bears the marking. */
export async function againstSecrecy({ manifest, files }: ReadSet): Promise<string | null> {
  for (const { id, version, file, title } of manifest.entries) {
    const text = files.get(textFileOf(file));
    const bytes = files.get(file) ?? new Uint8Array();
    try {
      refuseSecrecyMarked(file, { text: title, aside: '' });
      if (text !== undefined) refuseSecrecyMarked(file, { ...parseReading(file, text), aside: '' });
      else refuseSecrecyMarked(file, await readDocument(file, bytes, UNLIMITED));
    } catch (error) {
      if (error instanceof SecrecyMarked) {
        return `编号“${id}”版本${version}带有涉密标志，整套资料没有导入。涉密资料不得存入本系统，请删除压缩包，并按保密规定处理。`;
      }
      // What cannot be read is left out of answers, and told by corpus check.
      if (!(error instanceof UserFacingError)) throw error;
    }
  }
  return null;
}
