import { createHash } from 'node:crypto';
import type { CorpusState } from '../../corpus/corpus.ts';

/** Raised whenever what is written into an index changes shape or meaning. */
export const INDEX_FORMAT = 7;

/** The files beside the materials that an index is made from. */
export interface Companions {
  readonly faq: string;
  readonly thesaurus: string;
}

/** The name of the index for a corpus: the same inputs always give the same name. */
export function indexName(state: CorpusState, companions: Companions): string {
  const hash = createHash('sha256').update(`format ${INDEX_FORMAT}`);
  for (const { entry } of state.admitted) hash.update(JSON.stringify(entry));
  hash.update(companions.faq).update('\0').update(companions.thesaurus);
  return hash.digest('hex').slice(0, 16);
}
