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
  /** Share of the question's weight that unit, headings and passage hold, from 0 to 1. */
  readonly coverage: number;
}

/** Weighs one unit against a question. Pure. */
export function weigh(unit: Unit, question: QuestionTerms): Evidence {
  const { headings, passage } = unit.around;
  const found = new Set<string>();
  let score = 0;
  for (const [term, weight] of question.terms) {
    const share = shareWhere(unit.terms.has(term), headings.has(term), passage.has(term));
    if (share > 0) found.add(term);
    score += weight * share;
  }
  for (const concept of question.concepts) {
    const shares = concept.officials.map(({ text, weight }) => weight * shareOf(text, unit));
    const best = Math.max(0, ...shares);
    if (best > 0) for (const term of concept.explains) found.add(term);
    score += best;
  }
  let covered = 0;
  for (const term of found) covered += question.terms.get(term) ?? 0;
  const length = 1 - LENGTH_PULL + (LENGTH_PULL * unit.text.length) / USUAL_LENGTH;
  const plain = score / Math.max(length, 1);
  return { unit, score: plain, plain, coverage: covered / question.total };
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
