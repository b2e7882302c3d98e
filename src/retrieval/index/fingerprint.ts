import { createHash } from 'node:crypto';
import type { CorpusState } from '../../corpus/corpus.ts';
import type { ManifestEntry } from '../../corpus/manifest.ts';

/** Raised whenever what is written into an index changes shape or meaning. */
export const INDEX_FORMAT = 7;

/** The files beside the materials that an index is made from. */
export interface Companions {
  readonly faq: string;
  readonly thesaurus: string;
}

/** The name of the index for a corpus: the same inputs always give the same name. */
export function indexName(state: Pick<CorpusState, 'admitted'>, companions: Companions): string {
  const hash = createHash('sha256').update(`format ${INDEX_FORMAT}`);
  for (const { entry } of state.admitted) hash.update(JSON.stringify(madeOf(entry)));
  hash.update(companions.faq).update('\0').update(companions.thesaurus);
  return hash.digest('hex').slice(0, 16);
}

/**
 * What of an entry goes into the index. Whom a material may reach and until when it is in force is
 * read from the manifest with each question, and how it came there says nothing of its text.
 */
function madeOf(entry: ManifestEntry): readonly unknown[] {
  const { id, version, title, kind, approver, file, sha256, text_sha256 } = entry;
  return [id, version, title, kind, approver, file, sha256, text_sha256 ?? null];
}
