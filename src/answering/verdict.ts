import { withoutQuestionWords } from '../retrieval/lexical/question-words.ts';
import { termsOf } from '../retrieval/lexical/terms.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';
import { fills } from './slots.ts';
import type { Unit } from './units.ts';

/** Whether the best evidence settles the question; `near` settles it without saying it outright. */
export type Verdict = 'settled' | 'near' | 'not-settled' | 'foreign';

/** Share of the question's weight above which shared terms speak for themselves. */
const STRONG = 0.25;
/** … and below which an answer says that the text does not put it so. */
const WEAK = 0.15;
/** Inverse document frequency from which a word is particular: it stands in under a quarter of the passages. */
const PARTICULAR = 1.4;
/** Only units this near to the best one in score may hold the kind of thing asked for. */
const ON_THE_SUBJECT = 0.6;
const LOOKED_AT = 3;

/** @param ranked the best evidence first; may be empty */
export function judgeEvidence(
  ranked: readonly Evidence[],
  question: Question,
  terms: QuestionTerms,
  weightOf: (term: string) => number,
): Verdict {
  const best = ranked[0];
  if (best === undefined) return 'foreign';
  const strength = best.score / terms.total;
  if (strength < STRONG && question.places.length === 0) {
    const shared = sharedWords(best.unit, question);
    const isParticular = shared.some((word) =>
      termsOf(word).some((one) => weightOf(one) >= PARTICULAR),
    );
    if (!isParticular && !hasConcept(best.unit, terms)) {
      return shared.length > 0 ? 'not-settled' : 'foreign';
    }
  }
  if (!holdsWhatIsAsked(ranked, question)) return 'not-settled';
  return strength < WEAK ? 'near' : 'settled';
}

/** A question for a figure, a date or a body is settled only by text that holds one. */
export function holdsWhatIsAsked(ranked: readonly Evidence[], { slots }: Question): boolean {
  if (slots.length === 0) return true;
  const least = (ranked[0]?.score ?? 0) * ON_THE_SUBJECT;
  return ranked
    .slice(0, LOOKED_AT)
    .filter(({ score }) => score >= least)
    .some(({ unit }) => slots.some((slot) => fills(unit.text, slot)));
}

function sharedWords({ text, passage }: Unit, question: Question): string[] {
  const near = [text, ...passage.headings].join('\n');
  return wordsOf(withoutQuestionWords(question.plain)).filter((word) => near.includes(word));
}

function hasConcept({ text }: Unit, { concepts }: QuestionTerms): boolean {
  return concepts.some(({ officials }) => officials.some((one) => text.includes(one.text)));
}
