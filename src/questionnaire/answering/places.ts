import type { Answers } from '../answers.ts';
import {
  isQuestion,
  type QuestionItem,
  type Questionnaire,
  type SectionItem,
} from '../questionnaire.ts';
import { isWhole } from './is-whole.ts';
import { answerTo, visibleItems } from './visible-items.ts';

/** Where a question stands among those that a respondent sees now. */
export interface Place {
  readonly item: QuestionItem;
  /** Counts from 1. */
  readonly number: number;
  readonly total: number;
  /** The part that it belongs to; null before the first. */
  readonly part: SectionItem | null;
  /** It is the first question of its part. */
  readonly opensPart: boolean;
}

/** The questions that a respondent sees now, in their order; parts stand with their questions. */
export function placesOf({ items }: Questionnaire, answers: Answers): readonly Place[] {
  const shown = visibleItems(items, answers);
  const total = shown.filter(isQuestion).length;
  const places: Place[] = [];
  let part: SectionItem | null = null;
  for (const item of shown) {
    if (!isQuestion(item)) {
      part = item;
      continue;
    }
    const opensPart = part !== null && places.at(-1)?.part !== part;
    places.push({ item, number: places.length + 1, total, part, opensPart });
  }
  return places;
}

export function placeOf(places: readonly Place[], id: string): Place | null {
  return places.find(({ item }) => item.id === id) ?? null;
}

/** The question before another; null at the beginning. */
export function previousPlace(places: readonly Place[], { number }: Place): Place | null {
  return places[number - 2] ?? null;
}

/** The question after another; null at the end. */
export function nextPlace(places: readonly Place[], { number }: Place): Place | null {
  return places[number] ?? null;
}

/**
 * The question that stands where one stood that is not shown any more: the next one that is, in the
 * order of the questionnaire; null where none follows.
 */
export function placeInstead(
  { items }: Questionnaire,
  places: readonly Place[],
  id: string,
): Place | null {
  const at = items.findIndex((item) => item.id === id);
  const later = new Set(items.slice(at + 1).map((item) => item.id));
  return places.find(({ item }) => later.has(item.id)) ?? null;
}

/** Where one goes on who comes back: the first question without a whole answer; null where all have one. */
export function placeToGoOn(places: readonly Place[], answers: Answers): Place | null {
  return places.find(({ item }) => !isWhole(item, answerTo(answers, item.id))) ?? null;
}

/** How many of the questions are answered whole. */
export function answeredCount(places: readonly Place[], answers: Answers): number {
  return places.filter(({ item }) => isWhole(item, answerTo(answers, item.id))).length;
}
