import type { Kit, KitQuestion } from '../kit.ts';

export interface NumberedQuestion {
  /** Counts from 1 through the whole list: 编号. */
  readonly number: number;
  readonly question: KitQuestion;
}

export interface NumberedStage {
  readonly stage: string;
  readonly questions: readonly NumberedQuestion[];
}

/** The questions by stage, in the order in which stages first appear; numbers are the same on every document. */
export function numberedStages({ questions }: Pick<Kit, 'questions'>): NumberedStage[] {
  const stages = [...new Set(questions.map(({ stage }) => stage))];
  let number = 0;
  return stages.map((stage) => ({
    stage,
    questions: questions
      .filter((question) => question.stage === stage)
      .map((question) => {
        number += 1;
        return { number, question };
      }),
  }));
}

/** 第1—4题. */
export function rangeOf({ questions }: NumberedStage): string {
  const [first, last] = [questions[0]?.number, questions.at(-1)?.number];
  return first === last ? `第${first}题` : `第${first}—${last}题`;
}
