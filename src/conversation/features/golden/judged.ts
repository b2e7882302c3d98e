import type { GoldenQuestion } from '../../../corpus/golden.ts';
import { type JudgedNow, judgeNow } from '../../../materials/gate/judge-now.ts';
import { wholeOf } from '../../../retrieval/index/visible-in.ts';
import type { PersonalOccasion } from '../../feature.ts';

/** A golden question with how it fares now. */
export interface Judged {
  readonly golden: GoldenQuestion;
  readonly now: JudgedNow;
  /** Rests on a material whose words may not be shown where the person speaks. */
  readonly isHidden: boolean;
}

/** Judges golden questions by the index that answers come from, as the gate does: with all that serves. */
export async function judged(
  questions: readonly GoldenQuestion[],
  on: PersonalOccasion,
): Promise<readonly Judged[]> {
  const shelved = await on.shelf.list();
  const inForce = new Map(
    shelved
      .filter(({ standing }) => standing === 'in-force')
      .map(({ entry }) => [entry.id, { title: entry.title }]),
  );
  const borrowed = await on.borrowIndex();
  try {
    const states = await judgeNow(questions, wholeOf(borrowed.index), inForce);
    const shown = new Set(borrowed.index.store.materials().map(({ id }) => id));
    return questions.map((golden) => ({
      golden,
      now: states.get(golden.id) ?? { state: 'holds', problem: null },
      isHidden: golden.places.some(({ material }) => inForce.has(material) && !shown.has(material)),
    }));
  } finally {
    borrowed.release();
  }
}
