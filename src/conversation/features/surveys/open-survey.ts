import { placesOf } from '../../../questionnaire/answering/places.ts';
import { minutesOf } from '../../../questionnaire/minutes.ts';
import type { Questionnaire } from '../../../questionnaire/questionnaire.ts';
import type { Survey } from '../../../questionnaire/survey.ts';
import { readSurveyCode } from '../../../questionnaire/survey-code.ts';
import { choices, heading, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { momentInWords } from './moment.ts';
import { anonymityNotice } from './notice.ts';
import { openToMe, respondentOf } from './sheet.ts';

/** What a survey is for, how long it takes, and what becomes of the answers, with the way into it. */
export async function openSurvey(
  { survey: id }: DeedOf<'open-survey'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openToMe(id, on);
  if (!opened.ok) return say(opened.problem);
  const { survey } = opened;
  const draft = await on.questionnaires.draft(id, respondentOf(on));
  const isBegun = Object.keys(draft).length > 0;
  return {
    placement: 'turn',
    blocks: [
      ...introduction(survey.content, `请在${momentInWords(survey.closesAt, on)}以前提交。`),
      remark(await anonymityNotice(survey, on)),
      choices('填写问卷', [
        isBegun ? '继续填写' : '开始填写',
        { kind: 'fill-in-survey', survey: id },
      ]),
    ],
  };
}

export function introduction(content: Questionnaire, until: string): DraftBlock[] {
  const questions = placesOf(content, {}).length;
  const minutes = Math.max(1, Math.ceil(minutesOf(content)));
  const time = `约 ${questions} 道题，大约需要 ${minutes} 分钟。${until}答一题保存一题，可以返回修改，也可以稍后再填。`;
  const words = content.introduction.trim();
  return [heading(content.title), ...(words === '' ? [] : [plain(words)]), plain(time)];
}

const NO_SUCH_CODE =
  '没有这个编号的问卷，请核对后再发送。编号是 10 位字母和数字，写成“问卷 ABCDE23456”的形式。';

/** @param text what was given as a code */
export async function openByCode(text: string, on: Occasion): Promise<FeatureReply> {
  const code = readSurveyCode(text);
  const survey: Survey | null = code === null ? null : await on.questionnaires.surveyByCode(code);
  return survey === null
    ? say(NO_SUCH_CODE)
    : openSurvey({ kind: 'open-survey', survey: survey.id }, on);
}
