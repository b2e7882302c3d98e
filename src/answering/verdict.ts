import type { CorpusIndex } from '../retrieval/index/open.ts';
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
/** Units among which a word in common may stand. */
const NEAR = 3;
/** Only units whose words speak this nearly as well as the best may hold the kind of thing asked for. */
const ON_THE_SUBJECT = 0.65;

/** @param ranked the best evidence first; may be empty */
export function judgeEvidence(
  ranked: readonly Evidence[],
  question: Question,
  terms: QuestionTerms,
  index: Pick<CorpusIndex, 'thesaurus' | 'passages'>,
): Verdict {
  const best = ranked[0];
  if (best === undefined) return 'foreign';
  const strength = best.score / terms.total;
  if (strength < STRONG && question.places.length === 0) {
    const near = ranked.slice(0, NEAR).map(({ unit }) => unit);
    const shared = near.flatMap((unit) => sharedWords(unit, question));
    if (
      !shared.some((word) => isParticular(word, index)) &&
      !near.some((unit) => hasConcept(unit, terms))
    ) {
      return shared.length > 0 || hasOfficialTerm(question, index) ? 'not-settled' : 'foreign';
    }
  }
  if (!holdsWhatIsAsked(ranked, question)) return 'not-settled';
  return strength < WEAK ? 'near' : 'settled';
}

/** A question for a figure, a date or a body is settled only by text that holds one. */
export function holdsWhatIsAsked(ranked: readonly Evidence[], { slots }: Question): boolean {
  if (slots.length === 0) return true;
  const least = Math.max(...ranked.map(({ plain }) => plain)) * ON_THE_SUBJECT;
  return ranked
    .filter(({ plain }) => plain >= least)
    .some(({ unit }) => slots.some((slot) => fills(unit.text, slot)));
}

function isParticular(word: string, { passages }: Pick<CorpusIndex, 'passages'>): boolean {
  return termsOf(word).some((term) => passages.weightOf(term) >= PARTICULAR);
}

/** Whether a question uses a word of the field, even one that the dictionary of words lacks (补训). */
function hasOfficialTerm(
  { plain }: Question,
  { thesaurus }: Pick<CorpusIndex, 'thesaurus'>,
): boolean {
  for (const officials of thesaurus.values()) {
    if (officials.some((official) => plain.includes(official))) return true;
  }
  return false;
}

function sharedWords({ text, passage }: Unit, question: Question): string[] {
  const near = [text, ...passage.headings].join('\n');
  return wordsOf(withoutQuestionWords(question.plain)).filter((word) => near.includes(word));
}

function hasConcept({ text }: Unit, { concepts }: QuestionTerms): boolean {
  return concepts.some(({ officials }) => officials.some((one) => text.includes(one.text)));
}
