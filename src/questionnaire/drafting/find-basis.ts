import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { Span } from '../../text/span.ts';
import type { ItemBasis } from '../questionnaire.ts';

/** Where words stand in a text. */
export interface WordsPlace {
  /** Above them, the outermost first. */
  readonly headings: readonly string[];
  /** What they stand in, from one comma to the next. */
  readonly phrase: string;
}

/**
 * Where words stand in the approved policy text, word for word; null where they do not. A 方法参考
 * settles nothing, and an internal material is left out: a questionnaire goes to whoever has its link.
 *
 * @param isWanted of where they stand
 */
export function findBasis(
  index: CorpusIndex,
  words: string,
  isWanted: (place: WordsPlace) => boolean = () => true,
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
      if (passage === undefined) continue;
      if (!isWanted({ headings: passage.headings, phrase: phraseAround(text, { start, end }) })) {
        continue;
      }
      return { material: id, title, place: passage.place, start, text: words };
    }
  }
  return null;
}

function phraseAround(text: string, { start, end }: Span): string {
  const stop = /[，；。：！？\n]/u;
  let [from, to] = [start, end];
  while (from > 0 && !stop.test(text[from - 1] ?? '')) from--;
  while (to < text.length && !stop.test(text[to] ?? '')) to++;
  return text.slice(from, to);
}
