import type { Evidence } from './evidence.ts';
import { weigh } from './evidence.ts';
import { type FaqMatch, overlaps } from './faq-match.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';
import { fills } from './slots.ts';
import type { Unit } from './units.ts';

/** A unit that holds the kind of thing asked for, against one that does not. */
const FILLS_A_SLOT = 1.25;
const ENUMERATES = 1.1;
/** A phrase that the question sets in quotation marks, as a share of the question's weight. */
const HOLDS_A_LITERAL = 0.5;
/** The heading of a section, named in the question, as a share of the question's weight. */
const UNDER_A_NAMED_HEADING = 0.4;
const SHORTEST_NAMED_HEADING = 4;
/** An FAQ pair that reads just like the question counts like this share of the question's weight. */
const FAQ_PRIOR = 1.2;

/** Units by how well their text answers, the best first. */
export function rankEvidence(
  units: readonly Unit[],
  question: Question,
  terms: QuestionTerms,
): Evidence[] {
  return inOrder(
    units.map((unit) => {
      const evidence = weigh(unit, terms);
      const bonus =
        literalShare(unit, question) * HOLDS_A_LITERAL +
        (isUnderNamedHeading(unit, question) ? UNDER_A_NAMED_HEADING : 0);
      const score = evidence.score * fitness(unit, question) + bonus * terms.total;
      return { ...evidence, score };
    }),
  );
}

/** The same evidence with what FAQ pairs on the same text say for it. */
export function withFaqPrior(
  ranked: readonly Evidence[],
  terms: QuestionTerms,
  faq: readonly FaqMatch[],
): Evidence[] {
  const prior = (unit: Unit) => faqShare(unit, faq) * FAQ_PRIOR * terms.total;
  return inOrder(
    ranked.map((evidence) => ({ ...evidence, score: evidence.score + prior(evidence.unit) })),
  );
}

function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted(
    (one, other) => other.score - one.score || one.unit.start - other.unit.start,
  );
}

function fitness(unit: Unit, { slots, wants }: Question): number {
  if (slots.some((slot) => fills(unit.text, slot))) return FILLS_A_SLOT;
  return wants === 'list' && /、.*、|；.*；/su.test(unit.text) ? ENUMERATES : 1;
}

function literalShare(unit: Unit, { literals }: Question): number {
  if (literals.length === 0) return 0;
  return literals.filter((one) => unit.text.includes(one)).length / literals.length;
}

function isUnderNamedHeading({ passage }: Unit, { plain }: Question): boolean {
  const own = passage.headings.at(-1) ?? '';
  return own.length >= SHORTEST_NAMED_HEADING && plain.includes(own);
}

/** Squared, so that a pair that is merely on the same subject moves little. */
function faqShare(unit: Unit, faq: readonly FaqMatch[]): number {
  let best = 0;
  for (const { pair, similarity } of faq) {
    if (pair.quotes.some((quote) => overlaps(quote, unit))) best = Math.max(best, similarity ** 2);
  }
  return best;
}
