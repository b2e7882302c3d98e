import type { MaterialKind } from '../corpus/manifest.ts';
import { officialTermsFor } from '../corpus/thesaurus.ts';
import { foldCharacters } from '../text/fold.ts';
import { materialAt } from './index/material-at.ts';
import type { CorpusIndex } from './index/open.ts';
import type { IndexedPassage } from './index/store-schema.ts';
import { titlesOf } from './index/titles-of.ts';
import type { LexicalExpansion, LexicalHit, LexicalReasons } from './lexical/types.ts';

/** A passage that a question found; the score is comparable within one search only. */
export interface FoundPassage {
  readonly passage: IndexedPassage;
  readonly score: number;
  readonly reasons: LexicalReasons;
}

/** An official word found through the thesaurus, against 1 for the asker's own words. */
const THROUGH_THESAURUS = 0.8;

/** Hits looked through where only passages of one kind of material are wanted. */
const LOOKED_THROUGH = 400;

/**
 * Passages by the index's ranking, the best first; everyday words are led to official ones.
 *
 * @param kind of the materials wanted; all where it is left out
 */
export function findPassages(
  index: CorpusIndex,
  question: string,
  limit: number,
  kind?: MaterialKind,
): FoundPassage[] {
  const query = { text: question, expansions: expansionsOf(index, question) };
  const isWanted = (ordinal: number) =>
    kind === undefined || materialAt(index.store, ordinal)?.kind === kind;
  let wanted: LexicalHit[] = [];
  for (const reach of reachesFor(index, limit, kind)) {
    const { hits } = index.passages.search(query, { limit: reach });
    wanted = hits.filter(({ ordinal }) => isWanted(ordinal)).slice(0, limit);
    if (wanted.length === limit || hits.length < reach) break;
  }
  return wanted.map(({ ordinal, score, why }) => ({
    passage: index.store.passage(ordinal),
    score,
    reasons: why,
  }));
}

/** How many hits to look through, the fewest first; none where no material is of the kind wanted. */
function reachesFor(index: CorpusIndex, limit: number, kind?: MaterialKind): number[] {
  if (kind === undefined) return [limit];
  const hasKind = index.store.materials().some((material) => material.kind === kind);
  return hasKind ? [2 * limit, LOOKED_THROUGH] : [];
}

/** A hit as the command line and the retriever show it. */
export interface PassageHit {
  readonly material: string;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** For people: the place, the title and the words that led here. */
  readonly why: string;
}

export function searchPassages(index: CorpusIndex, question: string, limit: number): PassageHit[] {
  const titles = titlesOf(index.store);
  return findPassages(index, question, limit).map(({ passage, score, reasons }) => {
    const { material, place, text, start, end } = passage;
    const title = titles.get(material) ?? '';
    return { material, title, place, text, start, end, score, why: explain(reasons) };
  });
}

function expansionsOf(index: CorpusIndex, question: string): LexicalExpansion[] {
  const found = officialTermsFor(index.thesaurus, foldCharacters(question));
  const officials = new Set(found.map(({ official }) => official));
  return [...officials].map((text) => ({ text, weight: THROUGH_THESAURUS }));
}

function explain({ place, name, terms, expansions }: LexicalReasons): string {
  const reasons = [
    place === undefined ? '' : `点名“${place}”`,
    name === undefined ? '' : `点名《${name}》`,
    terms.length === 0 ? '' : `含“${terms.join('”“')}”`,
    expansions.length === 0 ? '' : `由词表引到“${expansions.join('”“')}”`,
  ];
  return reasons.filter((reason) => reason !== '').join('，') || '字面相近';
}
