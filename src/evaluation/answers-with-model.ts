import type { Course, DraftedAnswer } from '../answering/drafting/drafted-answer.ts';
import type { AnswerCase } from './answer-cases.ts';
import { type AnswerReport, reportAnswers } from './answers.ts';

/** An evaluation question answered by the model path. */
export interface JudgedDraft {
  readonly wanted: AnswerCase;
  readonly answer: DraftedAnswer;
  readonly milliseconds: number;
}

/** What an operator looks at before switching a model on. */
export interface ModelReport {
  /** As the path without a model is judged. */
  readonly answers: AnswerReport;
  /** How many answers came about in which way. */
  readonly courses: Readonly<Partial<Record<Course, number>>>;
  /** What the gates found, as `gate/outcome`. */
  readonly findings: Readonly<Record<string, number>>;
  /** In and out together, over all questions. */
  readonly tokens: number;
  readonly millisecondsMedian: number;
}

export function reportModel(judged: readonly JudgedDraft[], tokens: number): ModelReport {
  const times = judged.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return {
    answers: reportAnswers(judged),
    courses: countBy(judged.map(({ answer }) => answer.course)),
    findings: countBy(
      judged.flatMap(({ answer }) =>
        answer.findings.map(({ gate, outcome }) => `${gate}/${outcome}`),
      ),
    ),
    tokens,
    millisecondsMedian: Math.round(times[Math.floor(times.length / 2)] ?? 0),
  };
}

function countBy<Name extends string>(names: readonly Name[]): Record<Name, number> {
  const counts = {} as Record<Name, number>;
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
