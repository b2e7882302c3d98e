import type { IndexedMaterial, IndexStore } from './store-schema.ts';

const known = new WeakMap<readonly IndexedMaterial[], ReadonlyMap<string, string>>();

/** Titles of the materials that a store shows, by id; made once, since each quote needs one. */
export function titlesOf(store: IndexStore): ReadonlyMap<string, string> {
  const materials = store.materials();
  const titles = known.get(materials) ?? new Map(materials.map(({ id, title }) => [id, title]));
  known.set(materials, titles);
  return titles;
}
