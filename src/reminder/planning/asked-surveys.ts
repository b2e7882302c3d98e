import type { DueDelivery, SkipReason } from '../../delivery/delivery.ts';
import { surveyOfSource } from '../../delivery/survey-source.ts';
import type { AskedSurveys } from './parts.ts';

/** Why a message that asks for answers to a survey is not sent any more; null for any other one. */
export type Asked = (one: DueDelivery) => SkipReason | null;

/** Whoever has submitted gets no reminder, and nobody gets one when it is over. */
export async function readAsked(
  due: readonly DueDelivery[],
  now: Date,
  surveys: AskedSurveys,
): Promise<Asked> {
  const ids = new Set(due.map(surveyOf).filter((id) => id !== null));
  const over = new Set<string>();
  const submitted = new Map<string, ReadonlySet<string>>();
  for (const id of ids) {
    const survey = await surveys.survey(id);
    const isOver = survey === null || survey.closedAt !== null || new Date(survey.closesAt) <= now;
    if (isOver) over.add(id);
    const people = due.filter((one) => surveyOf(one) === id).map(({ person }) => person);
    submitted.set(id, await surveys.submittedOf(id, people));
  }
  return (one) => {
    const id = surveyOf(one);
    if (id === null) return null;
    if (over.has(id)) return 'late';
    return submitted.get(id)?.has(one.person) === true ? 'done' : null;
  };
}

function surveyOf({ source }: DueDelivery): string | null {
  return surveyOfSource(source);
}
