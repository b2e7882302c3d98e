import type { ShelvedMaterial } from '../../../materials/material.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import { missingFields } from './material-words.ts';

/**
 * What to ask of a draft one by one: what is missing, and what no text tells and whose default would
 * do harm unseen, as long as nobody has changed anything of it.
 */
export function toAskFor(material: ShelvedMaterial): MaterialField[] {
  const { entry } = material;
  const isUntouched = !entry.steps.some(({ did }) => did === 'change');
  return [
    ...missingFields(material),
    ...(isUntouched ? (['openness'] as const) : []),
    ...(isUntouched && entry.effective_from === null ? (['effective_from'] as const) : []),
  ];
}
