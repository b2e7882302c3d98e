import type { Weights } from './weights.ts';

/** What a wording is about, as far as it can be told without a model. */
export interface Meaning {
  /** The question's own terms by how seldom they are, question words left out. */
  readonly terms: Weights;
  /** Official words that its everyday words stand for by the thesaurus. */
  readonly officials: Weights;
  /** Places of policy texts that it leads to, the nearest weighing 1 and standing first. */
  readonly places: Weights;
  /** The kinds of thing an answer must hold, such as people, a date, a body; empty for a statement. */
  readonly slots: string;
}
