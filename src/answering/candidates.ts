import type { MaterialKind } from '../corpus/manifest.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { IndexedPassage } from '../retrieval/index/store-schema.ts';
import { findPassages } from '../retrieval/search.ts';
import type { Question } from './question.ts';
import { type Unit, unitsOf } from './units.ts';

/** Passages whose units are weighed one by one. */
const PASSAGES = 24;
const METHOD_PASSAGES = 6;
/** Places named in a question are read whole, but no further than this. */
const PASSAGES_OF_A_PLACE = 12;

export interface Candidates {
  /** Units of 政策文件, of the place that the question names where it names one. */
  readonly policy: readonly Unit[];
  /** Units of 方法参考: what may stand beside the outcome. */
  readonly method: readonly Unit[];
}

export function gatherCandidates(index: CorpusIndex, question: Question): Candidates {
  const find = (kind: MaterialKind, limit: number) =>
    findPassages(index, question.text, limit, kind).map(({ passage }) => passage);
  const named = placesNamed(index, question);
  const policy = named.length > 0 ? named : find('政策文件', PASSAGES);
  return {
    policy: policy.flatMap((passage) => unitsIn(index, passage)),
    method: find('方法参考', METHOD_PASSAGES).flatMap((passage) => unitsIn(index, passage)),
  };
}

/** Passages at the places that the question names; 五 names all of 五（一） to 五（四）. */
function placesNamed(index: CorpusIndex, question: Question): IndexedPassage[] {
  return question.places.flatMap((place) => passagesOf(index, place, PASSAGES_OF_A_PLACE));
}

/** The first passages at a place of any policy text; most materials are never looked into. */
function passagesOf(index: CorpusIndex, place: string, limit: number): IndexedPassage[] {
  const found: IndexedPassage[] = [];
  for (const { id, kind } of index.store.materials()) {
    if (kind === '政策文件') found.push(...index.store.passagesWithin(id, place));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** The places that a question names where no policy text has one of them. */
export function absentPlaces(index: CorpusIndex, question: Question): readonly string[] {
  const isPresent = question.places.length === 0 || placesNamed(index, question).length > 0;
  return isPresent ? [] : question.places;
}

/** Units of the passages used last; they cost more to make than to weigh. */
const KEPT = 256;
const keptUnits = new WeakMap<CorpusIndex, Map<number, Unit[]>>();

function unitsIn(index: CorpusIndex, passage: IndexedPassage): Unit[] {
  const kept = keptUnits.get(index) ?? new Map<number, Unit[]>();
  keptUnits.set(index, kept);
  const units = kept.get(passage.ordinal) ?? unitsOf(passage);
  kept.delete(passage.ordinal);
  kept.set(passage.ordinal, units);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return units;
}
