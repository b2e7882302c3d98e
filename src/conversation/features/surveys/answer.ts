import { takesOther } from '../../../questionnaire/answering/check-answer.ts';
import { isWhole } from '../../../questionnaire/answering/is-whole.ts';
import {
  type Place,
  placeOf,
  placesOf,
  previousPlace,
} from '../../../questionnaire/answering/places.ts';
import {
  type Tapped,
  tapMark,
  tapNotApplicable,
  tapOption,
} from '../../../questionnaire/answering/tap-answer.ts';
import { answerTo } from '../../../questionnaire/answering/visible-items.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { Act } from '../../deeds/surveys.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { forward, goOn, keep, keepAndGoOn, show, showItem } from './go-on.ts';
import { instead } from './in-place.ts';
import { listSurveys } from './list-surveys.ts';
import { isRepeated, openPreview, openSheet, respondentOf, type Sheet } from './sheet.ts';
import { takeWritten } from './take-written.ts';

/** Begins, or goes on where the first answer is missing. */
export async function fillIn(
  { survey }: DeedOf<'fill-in-survey'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  if (!opened.ok) return instead(opened.problem);
  const begin = { kind: 'begin-answers', survey, respondent: respondentOf(on) } as const;
  return goOn(opened.sheet, on, { changes: [{ of: 'questionnaire', change: begin }] });
}

export async function fillInPreview(
  { questionnaire }: DeedOf<'fill-in-preview'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openPreview(questionnaire, on);
  return opened.ok ? goOn(opened.sheet, on) : instead(opened.problem);
}

/** Shows the question that was shown last; those that there are where there is none. */
export async function resumeSurvey(on: Occasion): Promise<FeatureReply> {
  const { answering } = on.state;
  if (answering === null) return listSurveys(on);
  const { survey, preview, item } = answering;
  const opened =
    survey !== null
      ? await openSheet(survey, on)
      : await openPreview(preview?.questionnaire ?? '', on);
  if (!opened.ok) return { ...instead(opened.problem), state: { ...on.state, answering: null } };
  return showItem(opened.sheet, item, on);
}

export async function answerItem(
  { survey, item, act }: DeedOf<'answer-item'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openSheet(survey, on);
  return opened.ok ? carryOut(opened.sheet, item, act, on) : instead(opened.problem);
}

export async function previewItem(
  { questionnaire, item, act }: DeedOf<'preview-item'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openPreview(questionnaire, on);
  return opened.ok ? carryOut(opened.sheet, item, act, on) : instead(opened.problem);
}

async function carryOut(sheet: Sheet, item: string, act: Act, on: Occasion): Promise<FeatureReply> {
  if (isRepeated(on)) return showItem(sheet, on.state.answering?.item ?? item, on);
  const places = placesOf(sheet.content, sheet.answers);
  const place = placeOf(places, item);
  if (place === null) return showItem(sheet, item, on);
  switch (act.do) {
    case 'show':
      return show(sheet, place, on);
    case 'back':
      return show(sheet, previousPlace(places, place) ?? place, on);
    case 'forward':
      return forward(sheet, place, on);
    case 'clear':
      return keep(sheet, place, null, on);
    case 'write':
      return takeWritten(sheet, place, on.written ?? '', on);
    case 'choose':
    case 'mark':
    case 'not-applicable':
      return takeTapped(sheet, place, tapped(place, act, sheet), on);
    default:
      return act satisfies never;
  }
}

type Choice = Extract<Act, { do: 'choose' | 'mark' | 'not-applicable' }>;

function tapped({ item }: Place, act: Choice, { answers }: Sheet): Tapped {
  const before = answerTo(answers, item.id);
  if (act.do === 'choose') return tapOption(item, before, act.option);
  if (act.do === 'mark') return tapMark(item, before, act.scale, act.mark);
  return tapNotApplicable(item);
}

function takeTapped(sheet: Sheet, place: Place, tap: Tapped, on: Occasion): FeatureReply {
  if (!tap.ok) return show(sheet, place, on, { notice: tap.problem });
  const { item } = place;
  const isSettled = item.type === 'single' || item.type === 'scale-pair';
  const isDone = isSettled && isWhole(item, tap.answer) && !takesOther(item, tap.answer);
  return isDone ? keepAndGoOn(sheet, place, tap.answer, on) : keep(sheet, place, tap.answer, on);
}
