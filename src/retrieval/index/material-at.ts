import type { IndexedMaterial, IndexStore } from './store-schema.ts';

/** The material that a passage belongs to, by its ordinal; null where the index shows none. */
export function materialAt(store: IndexStore, ordinal: number): IndexedMaterial | null {
  const materials = store.materials();
  let low = 0;
  let high = materials.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((materials[middle] as IndexedMaterial).endPassage <= ordinal) low = middle + 1;
    else high = middle;
  }
  const found = materials[low];
  return found !== undefined && found.firstPassage <= ordinal ? found : null;
}
