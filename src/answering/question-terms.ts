import { officialTermsFor, type Thesaurus } from '../corpus/thesaurus.ts';
import { questionTermsOf, termsOf } from '../retrieval/lexical/terms.ts';

/** An everyday word of a question and the official words that it may stand for. */
export interface Concept {
  readonly everyday: string;
  readonly officials: readonly { readonly text: string; readonly weight: number }[];
  /** The question's own terms that it explains. */
  readonly explains: readonly string[];
}

/** A question as terms with weights. */
export interface QuestionTerms {
  /** The question's own terms, question words left out. */
  readonly terms: ReadonlyMap<string, number>;
  readonly concepts: readonly Concept[];
  /** Sum of the terms' weights, against which a score is read. */
  readonly total: number;
}

/** A single character says less than the bigram around it. */
const SINGLE_CHARACTER = 0.35;
/** An official word found through the thesaurus, against the same word in the question itself. */
const THROUGH_THESAURUS = 0.8;
/** No single official word outweighs this many usual terms. */
const HEAVIEST_OFFICIAL = 4;

/** @param weightOf inverse document frequency of a term */
export function questionTerms(
  question: string,
  thesaurus: Thesaurus,
  weightOf: (term: string) => number,
): QuestionTerms {
  const weighted = (term: string) =>
    weightOf(term) * ([...term].length === 1 ? SINGLE_CHARACTER : 1);
  const terms = new Map(questionTermsOf(question).map((term) => [term, weighted(term)]));
  const total = Math.max(sum(terms.values()), Number.EPSILON);
  const heaviest = (HEAVIEST_OFFICIAL * total) / Math.max(terms.size, 1);
  const concepts = conceptsOf(question, thesaurus).map(([everyday, officials]) => ({
    everyday,
    explains: termsOf(everyday).filter((term) => terms.has(term)),
    officials: officials.map((text) => ({
      text,
      weight: Math.min(sum(termsOf(text).map(weighted)) * THROUGH_THESAURUS, heaviest),
    })),
  }));
  return { terms, concepts, total };
}

/** Everyday words with their officials; one that stands only inside a longer one is left out. */
function conceptsOf(question: string, thesaurus: Thesaurus): [string, string[]][] {
  const byWord = new Map<string, string[]>();
  for (const { everyday, official } of officialTermsFor(thesaurus, question)) {
    byWord.set(everyday, [...(byWord.get(everyday) ?? []), official]);
  }
  return [...byWord].filter(
    ([word]) => ![...byWord.keys()].some((other) => other !== word && other.includes(word)),
  );
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
