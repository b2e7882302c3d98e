import {
  nextPlace,
  type Place,
  placeInstead,
  placeOf,
  placesOf,
  placeToGoOn,
} from '../../../questionnaire/answering/places.ts';
import type { Answer } from '../../../questionnaire/answers.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import type { Beside } from './beside.ts';
import { questionBlock } from './card.ts';
import { inPlace } from './in-place.ts';
import { review } from './review.ts';
import { AT_REVIEW, type Sheet, stateAt, withAnswer } from './sheet.ts';

/** Keeps an answer and stays with its question, unless something else is to be shown then. */
export function keep(
  sheet: Sheet,
  place: Place,
  answer: Answer | null,
  on: Occasion,
  then: typeof show = show,
): FeatureReply {
  const { sheet: after, changes } = withAnswer(sheet, place.item.id, answer, on);
  return then(after, place, on, { changes });
}

/** Keeps an answer and goes on to the next question, which the answer may have brought. */
export function keepAndGoOn(
  sheet: Sheet,
  place: Place,
  answer: Answer | null,
  on: Occasion,
): FeatureReply {
  return keep(sheet, place, answer, on, forward);
}

export function forward(
  sheet: Sheet,
  { item }: Place,
  on: Occasion,
  beside: Beside = {},
): FeatureReply {
  const places = placesOf(sheet.content, sheet.answers);
  const place = placeOf(places, item.id);
  const next = place === null ? null : nextPlace(places, place);
  return next === null ? review(sheet, on, beside) : show(sheet, next, on, beside);
}

export function goOn(sheet: Sheet, on: Occasion, beside: Beside = {}): FeatureReply {
  const places = placesOf(sheet.content, sheet.answers);
  const place = placeToGoOn(places, sheet.answers);
  return place === null ? review(sheet, on, beside) : show(sheet, place, on, beside);
}

const NOT_SHOWN = '前面的答案变动以后，刚才那一题不用再答，请从这里接着填。';

/** What was shown last: a question by its id, or the review; the one that comes in its place where it is not asked any more. */
export function showItem(sheet: Sheet, item: string, on: Occasion): FeatureReply {
  if (item === AT_REVIEW) return review(sheet, on);
  const places = placesOf(sheet.content, sheet.answers);
  const place = placeOf(places, item);
  if (place !== null) return show(sheet, place, on);
  const other = placeInstead(sheet.content, places, item);
  return other === null
    ? review(sheet, on, { notice: NOT_SHOWN })
    : show(sheet, other, on, { notice: NOT_SHOWN });
}

/** @param place its question is looked up anew: an answer may have moved it */
export function show(
  sheet: Sheet,
  { item }: Place,
  on: Occasion,
  { notice = '', changes = [] }: Beside = {},
): FeatureReply {
  const places = placesOf(sheet.content, sheet.answers);
  const place = placeOf(places, item.id);
  if (place === null) return review(sheet, on, { notice, changes });
  return inPlace([questionBlock(sheet, places, place, notice)], {
    state: stateAt(sheet, item.id, on, changes.length > 0 || sheet.of.kind === 'preview'),
    changes,
  });
}
