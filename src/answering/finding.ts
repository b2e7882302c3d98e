import type { IndexedPair } from '../retrieval/index/store-schema.ts';
import type { Answer } from './answer.ts';

/** What one way of answering gives; the rest of an {@link Answer} is added around it. */
export interface Finding extends Pick<Answer, 'outcome' | 'lead' | 'quotes' | 'nearest'> {
  readonly methods?: Answer['methods'];
  /** The FAQ pair that it rests on. */
  readonly pair?: IndexedPair | null;
  /**
   * `rule`: the words of the question alone decide, and nothing else may overrule that;
   * `approved-pair`: a pair that is surely meant. Left out where the text was weighed.
   */
  readonly settledBy?: 'rule' | 'approved-pair';
}
