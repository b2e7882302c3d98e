import type { Answer, Answers } from '../answers.ts';
import {
  isQuestion,
  type QuestionItem,
  type Questionnaire,
  type RankingItem,
} from '../questionnaire.ts';
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
    return answer !== null && says(item, answer) ? [[item.id, answer]] : [];
  });
  return { ok: true, answers: Object.fromEntries(given) };
}

/** Whether an answer is all that its item asks for. */
function isWhole(item: QuestionItem, answer: Answer | null): boolean {
  if (answer === null || !says(item, answer)) return false;
  if (item.type === 'multiple' && answer.kind === 'multiple') {
    return answer.options.length >= (item.least ?? 1);
  }
  if (item.type === 'ranking' && answer.kind === 'ranking') {
    return answer.order.length >= placesOf(item);
  }
  return answer.kind !== 'scale-pair' || (answer.importance !== null && answer.competence !== null);
}

function placesOf({ most, options }: RankingItem): number {
  return Math.min(most ?? options.length, options.length);
}

/** Whether an answer fits its item and says anything. */
function says(item: QuestionItem, answer: Answer): boolean {
  switch (answer.kind) {
    case 'single':
      return item.type === 'single' && answer.option in item.options;
    case 'multiple':
      return item.type === 'multiple' && areOptions(item.options, answer.options);
    case 'ranking':
      return item.type === 'ranking' && areOptions(item.options, answer.order);
    case 'scale-pair':
      return item.type === 'scale-pair' && (answer.importance ?? answer.competence) !== null;
    case 'not-applicable':
      return item.type === 'scale-pair' && item.hasNotApplicable;
    case 'number':
      return item.type === 'number' && Number.isFinite(answer.value);
    case 'text':
      return item.type === 'text' && answer.text.trim() !== '';
    default:
      return answer satisfies never;
  }
}

function areOptions(options: readonly string[], chosen: readonly number[]): boolean {
  return chosen.length > 0 && chosen.every((option) => option in options);
}
