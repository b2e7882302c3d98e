import type { ShelvedMaterial } from '../../../materials/material.ts';
import type { MaterialField } from '../../deeds/materials.ts';
import { missingFields } from './material-words.ts';

/**
 * What to ask of a draft one by one, where something is missing: that, and what no text tells and
 * whose default would do harm unseen.
 */
export function toAskFor(material: ShelvedMaterial): MaterialField[] {
  const missing = missingFields(material);
  if (missing.length === 0) return [];
  const isUndated = material.entry.effective_from === null;
  return [...missing, 'openness', ...(isUndated ? (['effective_from'] as const) : [])];
}
