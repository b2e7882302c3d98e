import { checkAnswer, takesOther } from '../../../questionnaire/answering/check-answer.ts';
import { isWhole } from '../../../questionnaire/answering/is-whole.ts';
import type { Place } from '../../../questionnaire/answering/places.ts';
import { readTypedAnswer } from '../../../questionnaire/answering/read-typed-answer.ts';
import { answerTo } from '../../../questionnaire/answering/visible-items.ts';
import type { Answer } from '../../../questionnaire/answers.ts';
import { withoutUnseen } from '../../../text/without-unseen.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { keep, keepAndGoOn, show } from './go-on.ts';
import type { Sheet } from './sheet.ts';

/** Takes what was written into the input of a question; nothing takes the answer back. */
export function takeWritten(
  sheet: Sheet,
  place: Place,
  written: string,
  on: Occasion,
): FeatureReply {
  const { item } = place;
  const before = answerTo(sheet.answers, item.id);
  const text = withoutUnseen(written.normalize('NFC')).trim();
  if (before !== null && takesOther(item, before) && 'other' in before) {
    return keepOther(sheet, place, { ...before, other: text }, on);
  }
  if (text === '') {
    return item.isRequired
      ? show(sheet, place, on, { notice: '这一题是必答题，请填写后再往下，也可以先跳过。' })
      : keep(sheet, place, null, on);
  }
  const read = item.type === 'text' ? asText(text) : readTypedAnswer(item, text, before);
  if (read.kind === 'answer') {
    const problem = checkAnswer(item, read.answer);
    return problem === null
      ? keepTyped(sheet, place, read.answer, on)
      : show(sheet, place, on, { notice: problem });
  }
  const notice = read.kind === 'problem' ? read.problem : read.kind === 'unread' ? read.how : '';
  return show(sheet, place, on, { notice });
}

/** In an input of its own, words such as 跳过 are what they say. */
function asText(text: string): { readonly kind: 'answer'; readonly answer: Answer } {
  return { kind: 'answer', answer: { kind: 'text', text } };
}

function keepOther(sheet: Sheet, place: Place, answer: Answer, on: Occasion): FeatureReply {
  const problem = checkAnswer(place.item, answer);
  if (problem !== null) return show(sheet, place, on, { notice: problem });
  return answer.kind === 'single'
    ? keepAndGoOn(sheet, place, answer, on)
    : keep(sheet, place, answer, on);
}

/** Goes on where nothing is wanted any more. */
export function keepTyped(sheet: Sheet, place: Place, answer: Answer, on: Occasion): FeatureReply {
  const { item } = place;
  const waitsForWords = takesOther(item, answer) && 'other' in answer && answer.other === '';
  return isWhole(item, answer) && !waitsForWords
    ? keepAndGoOn(sheet, place, answer, on)
    : keep(sheet, place, answer, on);
}
