import { foldForIndex } from '../../text/fold.ts';
import { placeKey, placeKeysOf, splitTrailingPlace } from '../../text/references.ts';
import type { DocumentAbout } from './collect-terms.ts';
import { packStrings } from './string-table.ts';

/**
 * `parentOf[document]`: the number of the document it was cut from by length, or 0 for a unit with
 * a place of its own; empty if all are units. `pieces` counts those that share their parent.
 */
export function collectParents(about: readonly DocumentAbout[]) {
  const parentOf = new Uint32Array(about.length);
  const parentAt = (document: number): string | undefined => {
    const entry = about[document];
    return entry?.place === undefined ? entry?.parent : undefined;
  };
  let parents = 0;
  let pieces = 0;
  for (let document = 0; document < about.length; document++) {
    const parent = parentAt(document);
    if (parent === undefined) continue;
    const continues = parent === parentAt(document - 1);
    if (!continues) parents++;
    if (continues || parent === parentAt(document + 1)) pieces++;
    parentOf[document] = parents;
  }
  return { parents, pieces, parentOf: pieces === 0 ? new Uint32Array(0) : parentOf };
}

/** The folded name of each document's material, each name once: `nameOf[document]` numbers them. */
export function collectNames(about: readonly DocumentAbout[]) {
  const numbers = new Map<string, number>();
  const nameOf = new Uint32Array(about.length);
  for (const [document, { title }] of about.entries()) {
    const name = documentName(title);
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
    }
    nameOf[document] = number;
  }
  const names = packStrings([...numbers.keys()]);
  return { nameOf, nameOffsets: names.offsets, nameUnits: names.units };
}

/** A title as people say it: without 中华人民共和国, book marks and a place at its end; folded. */
export function documentName(title: string): string {
  return foldForIndex(splitTrailingPlace(title).name)
    .replace(/[《》〈〉“”"\s]/g, '')
    .replace(/^中华人民共和国(?=.)/, '');
}

/** Sorted place keys, and under each its documents: twice the ordinal, plus one for their own place. */
export function collectPlaces(about: readonly DocumentAbout[]) {
  const documentsOf = new Map<string, number[]>();
  for (const [document, { title, place, headings }] of about.entries()) {
    const own = place ?? splitTrailingPlace(title).place;
    const ownKey = own === undefined ? undefined : placeKey(own);
    for (const key of placeKeysOf(own, headings)) {
      const entry = document * 2 + (key === ownKey ? 1 : 0);
      const known = documentsOf.get(key);
      if (known) known.push(entry);
      else documentsOf.set(key, [entry]);
    }
  }
  const keys = [...documentsOf.keys()].sort();
  const places = packStrings(keys);
  const placeDocumentOffsets = new Uint32Array(keys.length + 1);
  const placeDocuments = new Uint32Array(
    [...documentsOf.values()].reduce((sum, list) => sum + list.length, 0),
  );
  let at = 0;
  for (const [position, key] of keys.entries()) {
    const list = documentsOf.get(key) ?? [];
    placeDocuments.set(list, at);
    at += list.length;
    placeDocumentOffsets[position + 1] = at;
  }
  return {
    placeOffsets: places.offsets,
    placeUnits: places.units,
    placeDocumentOffsets,
    placeDocuments,
  };
}
