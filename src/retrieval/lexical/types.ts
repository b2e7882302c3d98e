/** One passage as the index sees it. The text itself is not kept. */
export interface LexicalDocument {
  readonly text: string;
  readonly title: string;
  /** Section path from the outermost heading inwards. */
  readonly headings: readonly string[];
  /** Its own place in its document (第三十三条, 五（二）), where the document's structure gives it one. */
  readonly place?: string;
  /** The document it was cut from by length; neighbours of one parent must follow one another. */
  readonly parent?: string;
}

/** A question, alone or with the official words that a thesaurus adds (钱 → 经费). */
export type LexicalQuery =
  | string
  | { readonly text: string; readonly expansions: readonly LexicalExpansion[] };

export interface LexicalExpansion {
  readonly text: string;
  /** From 0 to 1, against 1 for the words of the question itself. */
  readonly weight: number;
}

/** Why a passage was found, in a form from which a short explanation can be made. */
export interface LexicalReasons {
  /** Words of the question the passage holds, the weightiest first, at most eight. */
  readonly terms: readonly string[];
  /** Words of expansions the passage holds, the weightiest first, at most eight. */
  readonly expansions: readonly string[];
  /** The place the question names and this passage has. */
  readonly place?: string;
  /** The document's folded name, where the question names it whole. */
  readonly name?: string;
}

export interface LexicalHit {
  /** Position of the document in the iterable the index was built from. */
  readonly ordinal: number;
  /** Comparable within one search only. */
  readonly score: number;
  /** Share of the question's term weight the passage holds, 0 to 1; expansions do not count. */
  readonly coverage: number;
  readonly why: LexicalReasons;
}

/** What the search knows about whether its passages can hold the answer at all. */
export interface LexicalEvidence {
  /** Likelihood that they do, 0 to 1, by `confidenceOf`; 0 when nothing was found. */
  readonly confidence: number;
  /** Coverage of the best passage, 0 to 1. */
  readonly coverage: number;
  /** Runs of the question of which no bigram or word stands anywhere in the index. */
  readonly unknown: readonly string[];
  /** Runs of the question of which no bigram or word stands in the best passage. */
  readonly missing: readonly string[];
}

export interface LexicalResult {
  /** Best first. Empty when no term of the question stands in the index. */
  readonly hits: readonly LexicalHit[];
  readonly evidence: LexicalEvidence;
}
