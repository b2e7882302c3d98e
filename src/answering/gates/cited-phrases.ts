import { clausesOf, sentencesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';
import { type BoundPhrase, bindingsOf } from './force/binding.ts';
import type { CitedSpan } from './gate.ts';

/** A phrase of the text that is cited, or of the rest of its clause. */
export interface CitedPhrase extends BoundPhrase {
  /** It is part of the quote itself. */
  readonly isQuoted: boolean;
  /** The whole sentence that it stands in, or its part between semicolons. */
  readonly clause: string;
}

/**
 * The phrases of the clauses that a quote touches, bound as in their passage: what governs a
 * quote, names who is meant or makes an exception may stand before it or behind it.
 */
export function citedPhrases({ around, within }: CitedSpan): CitedPhrase[] {
  const touches = (span: { readonly start: number; readonly end: number }) =>
    span.start < within.end && within.start < span.end;
  const clauses = sentencesOf(around)
    .flatMap((sentence) => clausesOf(around, sentence))
    .filter(touches);
  return bindingsOf(around, true).flatMap((phrase) => {
    const clause = clauses.find(
      ({ start, end }) => start <= phrase.span.start && phrase.span.start < end,
    );
    if (clause === undefined) return [];
    return [{ ...phrase, isQuoted: touches(phrase.span), clause: sliceOf(around, clause) }];
  });
}
