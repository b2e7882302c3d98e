import { placesOf } from '../../../questionnaire/answering/places.ts';
import type { QuestionItem, Questionnaire } from '../../../questionnaire/questionnaire.ts';

/** Seconds, by what has to be read and decided. */
const SECONDS: Readonly<Record<QuestionItem['type'], number>> = {
  ...{ single: 12, multiple: 20, 'scale-pair': 15, ranking: 35, number: 12, text: 45 },
};

/** How long the questions take that everyone sees, in whole minutes. */
export function minutesFor(content: Questionnaire): number {
  const seconds = placesOf(content, {}).reduce((sum, { item }) => sum + SECONDS[item.type], 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
