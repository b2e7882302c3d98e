import type { CorpusIndex } from '../retrieval/index/open.ts';
import { withoutQuestionWords } from '../retrieval/lexical/question-words.ts';
import { termsOf } from '../retrieval/lexical/terms.ts';
import { wordsOf } from '../text/words.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import type { Concept, QuestionTerms } from './question-terms.ts';
import { fills } from './slots.ts';
import type { Unit } from './units.ts';

/** Whether the best evidence settles the question; `near` settles it without saying it outright. */
export type Verdict = 'settled' | 'near' | 'not-settled' | 'foreign';

/** Words that place a question in this field, whatever else it says. */
const FIELD =
  /培训|干部|党|课|教|讲|学|班|师资|规划|政治|理论|考核|研讨|调研|网络|案例|制度|推行|探索|鼓励|贯彻|落实|预算|文件|评估|研修|导师|经费|领导|组织|单位|机构|训|专栏/u;

/** Inverse document frequency from which a word is particular: it stands in under a quarter of the passages. */
const PARTICULAR = 1.4;
/** Two everyday words that lead to one unit, or one this long, are no accident. */
const TELLING_CONCEPTS = 2;
const TELLING_LENGTH = 3;
/** Share of a question's words that the text should hold or explain to answer it outright. */
const OUTRIGHT = 0.4;
/** A run of this many characters in common is a term of the text. */
const RUN_IN_COMMON = 4;
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
  if (ranked.length === 0) return 'foreign';
  const near = ranked.slice(0, NEAR).map(({ unit }) => unit);
  const words = wordsOf(withoutQuestionWords(question.plain));
  const shared = words.filter((word) => near.some((unit) => holds(unit, word)));
  const isInField = FIELD.test(question.plain);
  if (question.places.length === 0) {
    const isParticular = shared.some((word) =>
      termsOf(word).some((term) => index.passages.weightOf(term) >= PARTICULAR),
    );
    const isLedHere = near.some((unit) => isTelling(conceptsIn(unit, terms), isInField));
    const isNamed = near.some(
      (unit) => sharesRun(unit, question.plain) || sharesTerm(unit, question, index),
    );
    if (!isLedHere && !isNamed && !(isParticular && isInField))
      return isInField ? 'not-settled' : 'foreign';
  }
  if (!holdsWhatIsAsked(ranked, question)) return 'not-settled';
  const explained = near
    .flatMap((unit) => conceptsIn(unit, terms))
    .flatMap(({ explains }) => explains);
  const known = words.filter((word) => shared.includes(word) || explained.includes(word));
  return known.length >= words.length * OUTRIGHT ? 'settled' : 'near';
}

/** A question for a figure, a date or a body is settled only by text that holds one. */
export function holdsWhatIsAsked(ranked: readonly Evidence[], { slots }: Question): boolean {
  if (slots.length === 0) return true;
  const least = Math.max(...ranked.map(({ plain }) => plain)) * ON_THE_SUBJECT;
  return ranked
    .filter(({ plain }) => plain >= least)
    .some(({ unit }) => slots.some((slot) => fills(unit.text, slot)));
}

function holds({ text, passage }: Unit, word: string): boolean {
  return text.includes(word) || passage.headings.some((heading) => heading.includes(word));
}

function sharesRun({ text, passage }: Unit, plain: string): boolean {
  const near = [text, ...passage.headings].join('\n');
  // A question that is a bare term (党费) is a run of its own length.
  const length = Math.max(2, Math.min(RUN_IN_COMMON, plain.length));
  for (let start = 0; start + length <= plain.length; start++) {
    if (near.includes(plain.slice(start, start + length))) return true;
  }
  return false;
}

/** An official term that stands in both, such as 党费 or 四风. */
function sharesTerm(
  { text }: Unit,
  { plain }: Question,
  { thesaurus, passages }: Pick<CorpusIndex, 'thesaurus' | 'passages'>,
): boolean {
  for (const officials of thesaurus.values()) {
    for (const official of officials) {
      if (official.length < 2 || !plain.includes(official) || !text.includes(official)) continue;
      if (termsOf(official).some((term) => passages.weightOf(term) >= PARTICULAR)) return true;
    }
  }
  return false;
}

function conceptsIn({ text }: Unit, { concepts }: QuestionTerms): Concept[] {
  return concepts.filter(({ officials }) => officials.some((one) => text.includes(one.text)));
}

/** One short everyday word alone may mean anything, unless the question is of this field. */
function isTelling(concepts: readonly Concept[], isInField: boolean): boolean {
  if (concepts.length >= TELLING_CONCEPTS) return true;
  return concepts.some(({ everyday }) => isInField || everyday.length >= TELLING_LENGTH);
}
