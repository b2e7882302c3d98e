import type { Exclusion } from '../../corpus/corpus.ts';
import type { FaqPair } from '../../corpus/faq.ts';
import type { MaterialKind, Openness } from '../../corpus/manifest.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { Section } from '../../text/outline.ts';
import type { Span } from '../../text/span.ts';

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
  /** With `classes`, whom it may reach: as the manifest has it now. */
  readonly openness: Openness;
  readonly classes: readonly string[];
  readonly approver: string;
  /** Of the file, and of what was read from it where that was kept, as they were approved. */
  readonly sha256: string;
  readonly textSha256: string | null;
  /** Its passages have the ordinals from this … */
  readonly firstPassage: number;
  /** … up to, and without, this. */
  readonly endPassage: number;
}

/** A wording of an FAQ pair, and the pair's ordinal. */
export interface Wording {
  readonly pair: number;
  readonly text: string;
}

/** A wording by its number in the index of questions, with the pair that it leads to. */
export interface NumberedWording {
  readonly question: number;
  readonly pair: number;
  readonly id: string;
}

/** The texts of an index. */
export interface IndexStore {
  meta<T>(name: string): T | null;
  materials(): readonly IndexedMaterial[];
  /** The whole clean text; the last few stay in memory. */
  materialText(id: string): string | null;
  outline(id: string): Section[];
  /** The page that an offset of a material stands on; nothing where its format knows no pages. */
  onPage(id: string, offset: number): { readonly page?: number };
  /** @throws RangeError where no passage has that ordinal */
  passage(ordinal: number): IndexedPassage;
  passagesAt(material: string, place: string): IndexedPassage[];
  /** Passages of a place and of the places below it: 五 holds 五（一） to 五（四）. */
  passagesWithin(material: string, place: string): IndexedPassage[];
  /** Passages that hold any part of a span of a material. */
  passagesCovering(material: string, span: Span): IndexedPassage[];
  passageByAnchor(material: string, anchor: string): IndexedPassage | null;
  passageCount(): number;
  pairCount(): number;
  /** What was left out when the index was built, and why. */
  excluded(): Exclusion[];
  /** One wording of an FAQ pair, by its number in the index of questions. */
  wording(question: number): Wording | null;
  /** @throws RangeError where no pair has that ordinal */
  pairAt(ordinal: number): IndexedPair;
  pair(id: string): IndexedPair | null;
  pairsAt(material: string, place: string): IndexedPair[];
  /** All wordings of the pairs that quote a material. */
  wordingsQuoting(material: string): NumberedWording[];
  close(): void;
}

/** What is long comes last in its row: a database reads a row no further than it is asked for. */
export const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE material (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
    openness TEXT NOT NULL, classes TEXT NOT NULL, approver TEXT NOT NULL, sha256 TEXT NOT NULL,
    textSha256 TEXT, firstPassage INTEGER NOT NULL, endPassage INTEGER NOT NULL,
    pages TEXT NOT NULL, outline TEXT NOT NULL, text TEXT NOT NULL
  );
  CREATE TABLE passage (
    ordinal INTEGER PRIMARY KEY, material TEXT NOT NULL, place TEXT NOT NULL,
    headings TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, anchor TEXT NOT NULL
  );
  CREATE INDEX passage_place ON passage (material, place);
  CREATE TABLE pair (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
  CREATE TABLE wording (ordinal INTEGER PRIMARY KEY, pair INTEGER NOT NULL, text TEXT NOT NULL);
  CREATE TABLE pair_place (material TEXT NOT NULL, place TEXT NOT NULL, pair INTEGER NOT NULL);
  CREATE INDEX pair_by_place ON pair_place (material, place);
`;
