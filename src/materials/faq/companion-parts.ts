import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { ShelfParts } from '../shelf-parts.ts';

export interface CompanionParts
  extends Pick<ShelfParts, 'folder' | 'startFrom' | 'dataFolder' | 'today' | 'read'> {
  /** That answers come from: it tells how much words weigh. */
  index(): Promise<Pick<CorpusIndex, 'passages'>>;
}
