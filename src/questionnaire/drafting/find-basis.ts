import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { ItemBasis } from '../questionnaire.ts';

/**
 * Where words stand in the approved policy text, word for word; null where they do not. A 方法参考
 * settles nothing, and an internal material is left out: a questionnaire goes to whoever has its link.
 *
 * @param isWanted of the headings above the words, the outermost first
 */
export function findBasis(
  index: CorpusIndex,
  words: string,
  isWanted: (headings: readonly string[]) => boolean = () => true,
): ItemBasis | null {
  if (words === '') return null;
  for (const { id, title, kind, openness } of index.store.materials()) {
    if (kind !== '政策文件' || openness !== '公开') continue;
    const text = index.store.materialText(id) ?? '';
    for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
      const end = start + words.length;
      const passage = index.store
        .passagesCovering(id, { start, end })
        .find((one) => one.start <= start && one.end >= end && one.place !== '标题');
      if (passage === undefined || !isWanted(passage.headings)) continue;
      return { material: id, title, place: passage.place, start, text: words };
    }
  }
  return null;
}
