import type { Citation } from '../../answering/answer.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { Cite } from './given-answer.ts';

/** Quotes with the versions that they were taken from. */
export function citesOf(
  citations: readonly Citation[],
  store: CorpusIndex['store'],
): readonly Cite[] {
  const versions = new Map(store.materials().map(({ id, version }) => [id, version]));
  return citations.flatMap(({ material, place, start, end, text }) => {
    const version = versions.get(material);
    return version === undefined ? [] : [{ material, version, place, start, end, text }];
  });
}
