import type { QuestionTerms } from './question-terms.ts';
import type { Unit } from './units.ts';

/** How much a term counts where it stands: in the unit, its headings, or elsewhere in its passage. */
const IN_UNIT = 1;
const IN_HEADINGS = 0.5;
const IN_PASSAGE = 0.3;
/** Pull of length, as b in BM25; small, since units are of one size. */
const LENGTH_PULL = 0.25;
const USUAL_LENGTH = 60;

/** A unit with what speaks for it. */
export interface Evidence {
  readonly unit: Unit;
  /** Comparable within one question only; with what ranking adds to {@link plain}. */
  readonly score: number;
  /** Score of the words alone. */
  readonly plain: number;
}

/** Weighs one unit against a question. Pure. */
export function weigh(unit: Unit, question: QuestionTerms): Evidence {
  const { headings, passage } = unit.around;
  let score = 0;
  for (const [term, weight] of question.terms) {
    score += weight * shareWhere(unit.terms.has(term), headings.has(term), passage.has(term));
  }
  for (const { officials } of question.concepts) {
    score += Math.max(0, ...officials.map(({ text, weight }) => weight * shareOf(text, unit)));
  }
  const length = 1 - LENGTH_PULL + (LENGTH_PULL * unit.text.length) / USUAL_LENGTH;
  const plain = score / Math.max(length, 1);
  return { unit, score: plain, plain };
}

function shareOf(official: string, { text, passage }: Unit): number {
  const inHeadings = passage.headings.some((heading) => heading.includes(official));
  return shareWhere(text.includes(official), inHeadings, passage.text.includes(official));
}

function shareWhere(inUnit: boolean, inHeadings: boolean, inPassage: boolean): number {
  if (inUnit) return IN_UNIT;
  if (inHeadings) return IN_HEADINGS;
  return inPassage ? IN_PASSAGE : 0;
}
