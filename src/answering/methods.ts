import type { CorpusIndex } from '../retrieval/index/open.ts';
import { titlesOf } from '../retrieval/index/titles-of.ts';
import type { Citation } from './answer.ts';
import type { Question } from './question.ts';
import type { QuestionTerms } from './question-terms.ts';
import { rankEvidence } from './rank.ts';
import type { Unit } from './units.ts';

/** Share of the question's weight that a method reference must speak to, to be worth a line. */
const WORTH_SHOWING = 0.4;
const MOST_METHODS = 2;

/** Passages of 方法参考 on the subject of a question: shown beside its outcome, never part of it. */
export function methodsFor(
  index: CorpusIndex,
  units: readonly Unit[],
  question: Question,
  terms: QuestionTerms,
): Citation[] {
  const titles = titlesOf(index.store);
  return rankEvidence(units, question, terms)
    .filter(({ score }) => score >= terms.total * WORTH_SHOWING)
    .slice(0, MOST_METHODS)
    .map(({ unit: { passage, text, start, end } }) => ({
      material: passage.material,
      title: titles.get(passage.material) ?? '',
      place: passage.place,
      ...index.store.onPage(passage.material, start),
      text,
      start,
      end,
    }));
}
