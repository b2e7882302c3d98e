import type {
  IndexedMaterial,
  IndexedPair,
  IndexedPassage,
  IndexStore,
  NumberedWording,
} from './store-schema.ts';

/**
 * Texts of the materials shown alone, and the pairs that quote nothing else.
 *
 * @param hidden all wordings of the pairs that are not shown
 */
export function visibleStore(
  store: IndexStore,
  shown: readonly IndexedMaterial[],
  hidden: readonly NumberedWording[],
): IndexStore {
  const ids = new Set(shown.map(({ id }) => id));
  const hiddenPairs = new Set(hidden.map(({ pair }) => pair));
  const hiddenIds = new Set(hidden.map(({ id }) => id));
  const hiddenQuestions = new Set(hidden.map(({ question }) => question));
  const of = <Found>(material: string, find: () => Found, nothing: Found): Found =>
    ids.has(material) ? find() : nothing;
  const passages = (material: string, find: () => IndexedPassage[]) => of(material, find, []);
  const withoutHidden = (pair: IndexedPair): IndexedPair => ({
    ...pair,
    neighbours: pair.neighbours.filter((id) => !hiddenIds.has(id)),
  });
  return {
    meta: (name) => store.meta(name),
    materials: () => shown,
    materialText: (id) => of(id, () => store.materialText(id), null),
    outline: (id) => of(id, () => store.outline(id), []),
    passage: (ordinal) => {
      const passage = store.passage(ordinal);
      if (ids.has(passage.material)) return passage;
      throw new RangeError(`Cannot read passage ${ordinal}: it is not shown`);
    },
    passagesAt: (material, place) => passages(material, () => store.passagesAt(material, place)),
    passagesWithin: (material, place) =>
      passages(material, () => store.passagesWithin(material, place)),
    passagesCovering: (material, span) =>
      passages(material, () => store.passagesCovering(material, span)),
    passageByAnchor: (material, anchor) =>
      of(material, () => store.passageByAnchor(material, anchor), null),
    passageCount: () =>
      shown.reduce((sum, { firstPassage, endPassage }) => sum + endPassage - firstPassage, 0),
    pairCount: () => store.pairCount() - hiddenPairs.size,
    excluded: () => store.excluded(),
    wording: (question) => (hiddenQuestions.has(question) ? null : store.wording(question)),
    pairAt: (ordinal) => {
      if (!hiddenPairs.has(ordinal)) return withoutHidden(store.pairAt(ordinal));
      throw new RangeError(`Cannot read pair ${ordinal}: it is not shown`);
    },
    pair: (id) => {
      const pair = hiddenIds.has(id) ? null : store.pair(id);
      return pair === null ? null : withoutHidden(pair);
    },
    pairsAt: (material, place) =>
      of(
        material,
        () =>
          store
            .pairsAt(material, place)
            .filter(({ id }) => !hiddenIds.has(id))
            .map(withoutHidden),
        [],
      ),
    wordingsQuoting: (material) =>
      store.wordingsQuoting(material).filter(({ question }) => !hiddenQuestions.has(question)),
    close: () => store.close(),
  };
}
