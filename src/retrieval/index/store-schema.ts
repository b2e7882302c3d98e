import type { FaqPair } from '../../corpus/faq.ts';
import type { MaterialKind, Openness } from '../../corpus/manifest.ts';
import type { Passage } from '../../corpus/passages.ts';

/** A passage with its ordinal, which is its number in the lexical index too. */
export interface IndexedPassage extends Passage {
  readonly ordinal: number;
}

/** An FAQ pair with the pairs nearest to it in meaning, by id. */
export interface IndexedPair extends FaqPair {
  readonly neighbours: readonly string[];
}

export interface IndexedMaterial {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: MaterialKind;
  readonly openness: Openness;
  readonly approver: string;
  /** Its passages have the ordinals from this … */
  readonly firstPassage: number;
  /** … up to, and without, this. */
  readonly endPassage: number;
}

export const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE material (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
    openness TEXT NOT NULL, approver TEXT NOT NULL, text TEXT NOT NULL, outline TEXT NOT NULL,
    firstPassage INTEGER NOT NULL, endPassage INTEGER NOT NULL
  );
  CREATE TABLE passage (
    ordinal INTEGER PRIMARY KEY, material TEXT NOT NULL, place TEXT NOT NULL,
    headings TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, anchor TEXT NOT NULL
  );
  CREATE INDEX passage_place ON passage (place, material);
  CREATE TABLE pair (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
  CREATE TABLE wording (ordinal INTEGER PRIMARY KEY, pair INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE TABLE pair_place (material TEXT NOT NULL, place TEXT NOT NULL, pair INTEGER NOT NULL);
  CREATE INDEX pair_by_place ON pair_place (material, place);
`;
