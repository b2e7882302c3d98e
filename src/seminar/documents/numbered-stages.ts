import type { Kit, KitQuestion } from '../kit.ts';

export interface NumberedQuestion {
  /** Counts from 1 through the whole list: 编号. */
  readonly number: number;
  readonly question: KitQuestion;
  /** 政策依据, each with the number of the question that quotes it first: later ones refer to that. */
  readonly basis: readonly (KitQuestion['basis'][number] & { readonly firstAt: number })[];
}

export interface NumberedStage {
  readonly stage: string;
  readonly questions: readonly NumberedQuestion[];
}

/** The questions by stage, in the order in which stages first appear; numbers are the same on every document. */
export function numberedStages({ questions }: Pick<Kit, 'questions'>): NumberedStage[] {
  const stages = [...new Set(questions.map(({ stage }) => stage))];
  const quotedAt = new Map<string, number>();
  let number = 0;
  return stages.map((stage) => ({
    stage,
    questions: questions
      .filter((question) => question.stage === stage)
      .map((question) => {
        number += 1;
        const basis = question.basis.map((citation) => {
          const key = `${citation.material} ${citation.start}`;
          const firstAt = quotedAt.get(key) ?? number;
          quotedAt.set(key, firstAt);
          return { ...citation, firstAt };
        });
        return { number, question, basis };
      }),
  }));
}

/** 第1—4题. */
export function rangeOf({ questions }: NumberedStage): string {
  const [first, last] = [questions[0]?.number, questions.at(-1)?.number];
  return first === last ? `第${first}题` : `第${first}—${last}题`;
}
