import type { Answers } from '../../../../questionnaire/answers.ts';
import { FEWEST, type Survey } from '../../../../questionnaire/survey.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { choices, lead, remark } from '../../../blocks.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../../feature.ts';
import { withPublished } from '../opened-questionnaire.ts';

/** Goes on with all that was submitted to a survey, once it is closed; else says why not. */
export function withReported(
  published: string,
  on: PersonalOccasion,
  then: (survey: Survey, responses: readonly Answers[]) => SoonReplied,
): Promise<FeatureReply> {
  return withPublished(published, on, async (survey) => {
    if (survey.closedAt === null) return notYet(survey, on);
    const responses = await on.questionnaires.responses(published);
    if (responses.length < FEWEST) return tooFew(published);
    return then(survey, responses);
  });
}

function notYet({ id: published, closesAt }: Survey, { zone }: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead(`截止以后才能看报告，${dateInWords(zone, new Date(closesAt))}截止。`),
      remark(
        '填写中间看结果，前后两次一对比，就可能知道某个人是怎么填的，所以截止以前谁也不能看。',
      ),
      choices('问卷', ['填写情况', { kind: 'open-published', published }]),
    ],
  };
}

function tooFew(published: string): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead(`能用的答卷不足 ${FEWEST} 份，没有报告：人数太少，看得出是谁填的。`),
      choices('问卷', ['填写情况', { kind: 'open-published', published }]),
    ],
  };
}
