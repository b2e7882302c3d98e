import type { Answer } from '../answers.ts';
import type { QuestionItem } from '../questionnaire.ts';
import { placesGiven } from './check-answer.ts';

/** Whether an answer is all that its item asks for. */
export function isWhole(item: QuestionItem, answer: Answer | null): boolean {
  if (answer === null || !saysSomething(item, answer)) return false;
  if (item.type === 'multiple' && answer.kind === 'multiple') {
    return answer.options.length >= (item.least ?? 1);
  }
  if (item.type === 'ranking' && answer.kind === 'ranking') {
    return answer.order.length >= placesGiven(item);
  }
  return answer.kind !== 'scale-pair' || (answer.importance !== null && answer.competence !== null);
}

/** Whether an answer fits its item and says anything. */
export function saysSomething(item: QuestionItem, answer: Answer): boolean {
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
