import type { Answer, Answers } from '../answers.ts';
import { isQuestion, type QuestionItem, type Questionnaire } from '../questionnaire.ts';
import { isWhole, saysSomething } from './is-whole.ts';
import { answerTo, visibleItems } from './visible-items.ts';

export type ToSubmit =
  | { readonly ok: true; readonly answers: Answers }
  /** Ids of required items that are shown and not answered whole, in their order. */
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * What is submitted of a draft: the answers to the items that are shown, without those that are empty
 * or do not fit their item. The order is that of the items, never that in which they were given.
 */
export function answersToSubmit(questionnaire: Questionnaire, draft: Answers): ToSubmit {
  const questions = visibleItems(questionnaire.items, draft).filter(isQuestion);
  const isMissing = (item: QuestionItem) =>
    item.isRequired && !isWhole(item, answerTo(draft, item.id));
  const missing = questions.filter(isMissing).map(({ id }) => id);
  if (missing.length > 0) return { ok: false, missing };
  const given = questions.flatMap((item): [string, Answer][] => {
    const answer = answerTo(draft, item.id);
    return answer !== null && saysSomething(item, answer) ? [[item.id, answer]] : [];
  });
  return { ok: true, answers: Object.fromEntries(given) };
}
