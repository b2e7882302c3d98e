import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { Item, ItemBasis, Questionnaire } from '../questionnaire.ts';
import { findBasis } from './find-basis.ts';

/**
 * A questionnaire that came from elsewhere, with each basis as the approved text has it; one that is
 * no exact slice of it is taken out.
 */
export function withTrueBases(
  questionnaire: Questionnaire,
  index: CorpusIndex,
): { readonly questionnaire: Questionnaire; readonly dropped: readonly string[] } {
  const dropped: string[] = [];
  const items = questionnaire.items.map((item): Item => {
    if (item.basis === null) return item;
    const basis = trueBasis(item.basis, index);
    if (basis === null) dropped.push(item.id);
    return { ...item, basis };
  });
  return { questionnaire: { ...questionnaire, items }, dropped };
}

function trueBasis(said: ItemBasis, index: CorpusIndex): ItemBasis | null {
  const { material, start, text } = said;
  const found = findBasis(index, text);
  if (found === null || found.material !== material || found.start === start) return found;
  // The words stand more than once; the place that was meant is kept where they do stand there.
  const isThere = index.store.materialText(material)?.startsWith(text, start) === true;
  const span = { start, end: start + text.length };
  const passage = index.store
    .passagesCovering(material, span)
    .find((one) => one.start <= span.start && one.end >= span.end);
  return isThere && passage !== undefined ? { ...found, start, place: passage.place } : found;
}
