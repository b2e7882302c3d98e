import type { Kit, KitQuestion } from '../../../seminar/kit.ts';

/** The stages that have questions, in their order. */
export function stagesOf({ questions }: Pick<Kit, 'questions'>): readonly string[] {
  return [...new Set(questions.map(({ stage }) => stage))];
}

export function countsByStage(
  kit: Pick<Kit, 'questions'>,
): readonly { readonly stage: string; readonly count: number }[] {
  return stagesOf(kit).map((stage) => ({
    stage,
    count: kit.questions.filter((one) => one.stage === stage).length,
  }));
}

/** A question with the number that it has on the list, counted through all stages. */
export interface NumberedQuestion {
  readonly number: number;
  readonly question: KitQuestion;
}

export function numbered({ questions }: Pick<Kit, 'questions'>): readonly NumberedQuestion[] {
  return questions.map((question, at) => ({ number: at + 1, question }));
}
