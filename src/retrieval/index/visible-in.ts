import type { DocumentRange } from '../lexical/without-documents.ts';
import type { CorpusIndex } from './open.ts';
import type { IndexedMaterial, NumberedWording } from './store-schema.ts';
import { visibleStore } from './visible-store.ts';

/** How a material is seen: as it is, with another openness or other classes, or not at all. */
export type Look = (material: IndexedMaterial) => IndexedMaterial | null;

/**
 * The index as if some materials were not there: nothing of theirs is found, read, named or counted.
 * Words weigh as they would without them; only what the mean length of passages adds to a score is
 * that of all. The same materials hidden in the same index give the same object.
 */
export function visibleIn(
  index: CorpusIndex,
  isHidden: (material: IndexedMaterial) => boolean,
): CorpusIndex {
  const view = seenThrough(index, (material) => (isHidden(material) ? null : material));
  if (view !== index) wholes.set(view, index);
  return view;
}

/** The index that a view of {@link visibleIn} hides some of; any other is whole itself. */
export function wholeOf(index: CorpusIndex): CorpusIndex {
  return wholes.get(index) ?? index;
}

/** The index with its materials as `look` sees them; itself where it changes none. */
export function seenThrough(index: CorpusIndex, look: Look): CorpusIndex {
  const materials = index.store.materials();
  const seen = materials.map(look);
  const key = seen.flatMap((now, at) => (now === materials[at] ? [] : [changeOf(at, now)])).join();
  if (key === '') return index;
  const known = views.get(index) ?? new Map<string, CorpusIndex>();
  views.set(index, known);
  const view = known.get(key) ?? viewOf(index, seen);
  // Those looked through last stay: who may read what changes seldom.
  known.delete(key);
  known.set(key, view);
  if (known.size > VIEWS_KEPT) known.delete(known.keys().next().value as string);
  return view;
}

const VIEWS_KEPT = 64;

const views = new WeakMap<CorpusIndex, Map<string, CorpusIndex>>();
const wholes = new WeakMap<CorpusIndex, CorpusIndex>();

function viewOf(index: CorpusIndex, seen: readonly (IndexedMaterial | null)[]): CorpusIndex {
  const { store, passages, questions, mentions } = index;
  const shown = seen.filter((material) => material !== null);
  const hidden = store.materials().filter((_, at) => seen[at] === null);
  const ids = new Set(hidden.map(({ id }) => id));
  const wordings = hidden.flatMap(({ id }) => store.wordingsQuoting(id));
  return {
    ...index,
    passages: passages.without(hidden.map(passagesOf)),
    questions: questions.without(wordings.map(questionOf)),
    store: visibleStore(store, shown, wordings),
    mentions: mentions.filter(({ material }) => !ids.has(material)),
  };
}

function changeOf(at: number, now: IndexedMaterial | null): string {
  return now === null ? `${at}` : JSON.stringify([at, now.openness, now.classes]);
}

function passagesOf({ firstPassage, endPassage }: IndexedMaterial): DocumentRange {
  return { from: firstPassage, end: endPassage };
}

function questionOf({ question }: NumberedWording): DocumentRange {
  return { from: question, end: question + 1 };
}
