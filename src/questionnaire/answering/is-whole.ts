import type { Answer } from '../answers.ts';
import type { QuestionItem } from '../questionnaire.ts';
import { answersToSubmit } from './answers-to-submit.ts';

/** Whether an answer is all that its item asks for, by the same measure as at submission. */
export function isWhole(item: QuestionItem, answer: Answer | null): boolean {
  if (answer === null) return false;
  const alone = { ...item, isRequired: true, showIf: null };
  const questionnaire = { kind: 'needs', title: '', introduction: '', audience: '' } as const;
  return answersToSubmit({ ...questionnaire, items: [alone] }, { [item.id]: answer }).ok;
}
