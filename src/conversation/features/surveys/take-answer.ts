import type { Place } from '../../../questionnaire/answering/places.ts';
import { placeOf, placesOf, previousPlace } from '../../../questionnaire/answering/places.ts';
import { readTypedAnswer, type Step } from '../../../questionnaire/answering/read-typed-answer.ts';
import { answerTo } from '../../../questionnaire/answering/visible-items.ts';
import { choices, lead, plain } from '../../blocks.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { meantBy } from '../../phrases.ts';
import { resumeSurvey } from './answer.ts';
import { forward, keep, show, showItem } from './go-on.ts';
import { inPlace, instead } from './in-place.ts';
import { askToDrop, putOff } from './leave.ts';
import { review } from './review.ts';
import { AT_REVIEW, isRepeated, openPreview, openSheet, type Sheet } from './sheet.ts';
import { keepTyped } from './take-written.ts';

/** Looks like a question; it may be an opinion all the same, and goes nowhere by itself. */
const QUESTION = /[？?]\s*$|^请问/u;
const TO_ASK = '正在填写问卷，刚才的内容没有当作提问。要提问的，请在前面加上“/ask”再发送。';

/** What was open was submitted elsewhere, or closed, and is wiped: not even its name is left. */
const OVER =
  '刚才填写的问卷已经提交或者截止，这段内容没有保存，也没有当作提问。要提问的请再发送一次，要看问卷请发送“问卷”。';

/**
 * Takes a text that was sent while a question is open. Where something else was done meanwhile, nobody
 * knows whether it is an answer, so it is neither kept nor asked.
 */
export async function takeAnswer(text: string, on: Occasion): Promise<FeatureReply> {
  const { answering } = on.state;
  if (answering === null) return { ...instead(OVER), state: on.state };
  const { survey, preview, item } = answering;
  if (survey !== null && on.pending.expecting !== 'answer') return held(survey, on);
  const opened =
    survey !== null
      ? await openSheet(survey, on)
      : await openPreview(preview?.questionnaire ?? '', on);
  if (!opened.ok) {
    return {
      ...instead(`${opened.problem}刚才发送的内容没有保存。`),
      state: { ...on.state, answering: null },
    };
  }
  if (isRepeated(on)) return resumeSurvey(on);
  const { sheet } = opened;
  if (item === AT_REVIEW) return takeAtReview(sheet, text, on);
  const place = placeOf(placesOf(sheet.content, sheet.answers), item);
  if (place === null) return showItem(sheet, item, on);
  return take(sheet, place, text, on);
}

const AT_REVIEW_ALREADY =
  '刚才发来的内容没有保存，也没有当作提问。要补充或者修改的，请返回那一题再发送；要提交的，请点“提交”。';

/** Words that come after the last question may go on with its answer: none is kept, nor asked. */
function takeAtReview(
  sheet: Sheet,
  text: string,
  on: Occasion,
): FeatureReply | Promise<FeatureReply> {
  const last = placesOf(sheet.content, sheet.answers).at(-1);
  const read = last === undefined ? null : readTypedAnswer(last.item, text, null);
  if (last !== undefined && read?.kind === 'step') {
    if (read.step === 'back') return show(sheet, last, on);
    if (read.step === 'put-off') return putOff(sheet, on);
    return read.step === 'drop' ? askToDrop(sheet, on) : review(sheet, on);
  }
  const intent = meantBy(text.normalize('NFKC').trim());
  if (intent !== undefined) return on.perform({ kind: 'intent', intent, text: '' }, on);
  return review(sheet, on, { notice: QUESTION.test(text.trim()) ? TO_ASK : AT_REVIEW_ALREADY });
}

/** Told once: what is sent next is taken for what it says. */
function held(survey: string, on: Occasion): FeatureReply {
  return inPlace(
    [
      lead('您有一份问卷没有填完。刚才的内容没有保存，也没有当作提问。'),
      plain('回答问卷的，请点“继续填写”，打开题目后再发送；提问的，请再发送一次。'),
      choices('问卷', ['继续填写', { kind: 'fill-in-survey', survey }]),
    ],
    { state: { ...on.state, answering: null } },
  );
}

function take(
  sheet: Sheet,
  place: Place,
  text: string,
  on: Occasion,
): FeatureReply | Promise<FeatureReply> {
  const read = readTypedAnswer(place.item, text, answerTo(sheet.answers, place.item.id));
  switch (read.kind) {
    case 'answer':
      return keepTyped(sheet, place, read.answer, on);
    case 'step':
      return go(sheet, place, read.step, on);
    case 'problem':
      return show(sheet, place, on, { notice: read.problem });
    case 'unread':
      return elsewhere(sheet, place, text, read.how, on);
    default:
      return read satisfies never;
  }
}

function go(sheet: Sheet, place: Place, step: Step, on: Occasion): FeatureReply {
  switch (step) {
    case 'back': {
      const places = placesOf(sheet.content, sheet.answers);
      return show(sheet, previousPlace(places, place) ?? place, on);
    }
    case 'next':
    case 'skip':
      return forward(sheet, place, on);
    case 'clear':
      return keep(sheet, place, null, on);
    case 'put-off':
      return putOff(sheet, on);
    case 'review':
      return review(sheet, on);
    case 'drop':
      return askToDrop(sheet, on);
    default:
      return step satisfies never;
  }
}

/** What cannot be an answer may ask for something else by its name; the question stays open in its card. */
function elsewhere(
  sheet: Sheet,
  place: Place,
  text: string,
  how: string,
  on: Occasion,
): FeatureReply | Promise<FeatureReply> {
  const intent = meantBy(text.normalize('NFKC').trim());
  if (intent !== undefined) return on.perform({ kind: 'intent', intent, text: '' }, on);
  if (QUESTION.test(text.trim())) return show(sheet, place, on, { notice: TO_ASK });
  return show(sheet, place, on, { notice: `没有看懂刚才的内容。${how}` });
}
