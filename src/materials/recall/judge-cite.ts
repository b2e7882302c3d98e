import type { BareText } from './bare-text.ts';
import type { Cite } from './given-answer.ts';
import { type LikelyWords, type LookedThrough, likeliestWords } from './likeliest-words.ts';
import { standsIn } from './stands-in.ts';

/** The text in force, ready to be compared with. */
export interface ComparedText {
  readonly bare: BareText;
  readonly looked: LookedThrough;
}

/** What became of a quote. */
export type CiteVerdict =
  | { readonly kind: 'stands' }
  | { readonly kind: 'changed'; readonly now: LikelyWords }
  /** Nothing says what it said. */
  | { readonly kind: 'gone' }
  /** Its material is in force no more. */
  | { readonly kind: 'withdrawn' };

/**
 * Pure: compares a quote with what is in force. A place that has moved alone changes nothing.
 *
 * @param now null where nothing of the material is in force
 * @param before the text that it was taken from; null where it is not there any more
 */
export function judgeCite(
  cite: Pick<Cite, 'place' | 'text'>,
  now: ComparedText | null,
  before: BareText | null,
): CiteVerdict {
  if (now === null) return { kind: 'withdrawn' };
  if (standsIn(cite.text, now.bare, before)) return { kind: 'stands' };
  const words = likeliestWords(cite, now.looked);
  return words === null ? { kind: 'gone' } : { kind: 'changed', now: words };
}
