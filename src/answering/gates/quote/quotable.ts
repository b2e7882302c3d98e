import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../../retrieval/index/store-schema.ts';
import { sliceOf } from '../../../text/span.ts';

/** A stretch of a material in which a quote may stand. */
export interface Quotable {
  readonly material: string;
  readonly place: string;
  readonly headings: readonly string[];
  readonly text: string;
  /** Offset of `text` in the material. */
  readonly start: number;
}

/**
 * The headings that a passage stands under, its own with the text that follows it: in a notice,
 * the first sentence of a point is its heading and its first rule.
 */
export function headingsAbove(index: CorpusIndex, passage: IndexedPassage): Quotable[] {
  const { material, headings } = passage;
  const whole = index.store.materialText(material) ?? '';
  return index.store.outline(material).flatMap(({ place, headings: path, heading }) => {
    const own = path.at(-1);
    if (heading === null || own === undefined || heading.start > passage.start) return [];
    if (!path.every((name, at) => headings[at] === name)) return [];
    const start = whole.indexOf(own, heading.start);
    if (start < 0 || start > heading.end) return [];
    const goesOn = passage.start >= heading.end && passage.start - heading.end <= 1;
    const end = goesOn ? passage.end : heading.end;
    const text = sliceOf(whole, { start, end });
    return [{ material, place, headings: path.slice(0, -1), text, start }];
  });
}
