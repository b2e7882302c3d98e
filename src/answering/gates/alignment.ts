import { termsOf } from '../../retrieval/lexical/terms.ts';

/** A source speaks of the same as a phrase where it holds this share of the phrase's weight. */
const SPEAKS_OF_THE_SAME = 0.22;
/** Sources that fit nearly as well as the best count too. */
const NEARLY_AS_WELL = 0.75;
/** For what tells two phrases apart that differ in a word: 副高级 and 正高级. */
export const AS_WELL = 0.98;

/**
 * Of several sources those that speak of what a phrase of a claim speaks of, the nearest first.
 *
 * @param closeness share of the best one's fit that another must reach
 */
export function speakingOf<Source extends { readonly text: string }>(
  phrase: string,
  sources: readonly Source[],
  weightOf: (term: string) => number,
  closeness: number = NEARLY_AS_WELL,
): Source[] {
  const terms = termsOf(phrase).filter((term) => [...term].length > 1);
  const all = terms.reduce((sum, term) => sum + weightOf(term), 0);
  if (all === 0) return [];
  const scored = sources
    .map((source) => {
      const held = new Set(termsOf(source.text));
      const shared = terms.filter((term) => held.has(term));
      return { source, share: shared.reduce((sum, term) => sum + weightOf(term), 0) / all };
    })
    .sort((one, other) => other.share - one.share);
  const best = scored[0]?.share ?? 0;
  if (best < SPEAKS_OF_THE_SAME) return [];
  return scored.filter(({ share }) => share >= best * closeness).map(({ source }) => source);
}
