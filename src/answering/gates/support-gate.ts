import type { LexicalIndex } from '../../retrieval/lexical/search.ts';
import { termsOf } from '../../retrieval/lexical/terms.ts';
import type { CitedSpan, Finding } from './gate.ts';

/** Share of what a claim adds to the question that the cited text must hold. */
const SUPPORTED = 0.45;
/** A word of the passage around the quote, or of its headings, supports less than one of the quote. */
const FROM_AROUND = 0.3;
/** Words that no passage holds are often the joints of a sentence; they count for less than terms. */
const UNKNOWN = 0.5;
/** Single characters tell less than bigrams. */
const SINGLE_CHARACTER = 0.2;

/**
 * A claim without a surviving quote goes, and so does one whose words the cited text does not hold:
 * an exact quote beside a sentence about something else supports nothing. The asker's own words
 * count for neither side.
 */
export function supportGate(
  claim: string,
  cited: readonly CitedSpan[],
  question: string,
  { weightOf, has }: Pick<LexicalIndex, 'weightOf' | 'has'>,
): Finding[] {
  if (cited.length === 0) return [{ gate: 'support', outcome: 'no-quote', words: claim }];
  if (!/\p{Script=Han}/u.test(claim)) return [];
  const asked = new Set(termsOf(question));
  const quoted = new Set(cited.flatMap(({ text }) => termsOf(text)));
  const around = new Set(
    cited.flatMap((one) => termsOf([one.title, ...one.headings, one.around].join(' '))),
  );
  let [held, all] = [0, 0];

  for (const term of termsOf(claim.replace(/《[^《》]*》/gu, ' '))) {
    if (asked.has(term) && !quoted.has(term)) continue;
    const weight =
      weightOf(term) * (has(term) ? 1 : UNKNOWN) * ([...term].length === 1 ? SINGLE_CHARACTER : 1);
    all += weight;
    if (quoted.has(term)) held += weight;
    else if (around.has(term)) held += weight * FROM_AROUND;
  }
  const isBeside = held === 0 || held < all * SUPPORTED;
  return isBeside ? [{ gate: 'support', outcome: 'beside', words: claim }] : [];
}
