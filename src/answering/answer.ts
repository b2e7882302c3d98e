import type { Span } from '../text/span.ts';

/** How a question ended; the three refusals are kept apart everywhere. */
export type Outcome = 'answered' | 'not-in-corpus' | 'not-included' | 'out-of-scope';

/** Verbatim text with its place: `text` is the slice `start` to `end` of the material's clean text. */
export interface Citation extends Span {
  /** Manifest id. */
  readonly material: string;
  readonly title: string;
  readonly place: string;
  /** The page on which it begins; left out where the material knows no pages. */
  readonly page?: number | undefined;
  readonly text: string;
}

export interface Answer {
  readonly question: string;
  readonly outcome: Outcome;
  /** What was asked for, or the refusal, in a sentence or two; holds nothing the quotes do not. */
  readonly lead: string;
  /** Empty for every refusal but 内容未收录, which quotes where the attachment is named. */
  readonly quotes: readonly Citation[];
  /** Of 现有资料未载明: the nearest places, which do not settle the question. */
  readonly nearest: readonly Citation[];
  /** From a 方法参考: offered beside the outcome, never part of it. */
  readonly methods: readonly Citation[];
  /** Questions near this one that the corpus answers. */
  readonly related: readonly string[];
}

/** Before an answer that the text supports without putting it in the asker's words. */
export const NOT_OUTRIGHT = '资料中没有直接对应的表述，最相关的规定是：';

/** Longest quote, in characters, unless the one list that was asked for is longer. */
export const LONGEST_QUOTE = 200;
/** Longest sum of an answer's quotes, in characters. */
export const LONGEST_QUOTES = 700;
