import type { DeedOf } from '../../deeds/deed.ts';
import type { Occasion, SoonReplied } from '../../feature.ts';
import { answerItem, fillIn, fillInPreview, previewItem } from './answer.ts';
import { askDropAnswers, dropAnswers, leavePreview, putOffAnswers } from './leave.ts';
import { listSurveys } from './list-surveys.ts';
import { openSurvey } from './open-survey.ts';
import { previewQuestionnaire } from './preview.ts';
import { reviewAnswers, reviewPreview, submitAnswers, submitPreview } from './review.ts';

type Kind =
  | 'list-surveys'
  | 'open-survey'
  | 'fill-in-survey'
  | 'answer-item'
  | 'review-answers'
  | 'submit-answers'
  | 'put-off-answers'
  | 'ask-drop-answers'
  | 'drop-answers'
  | 'preview-questionnaire'
  | 'fill-in-preview'
  | 'preview-item'
  | 'review-preview'
  | 'submit-preview'
  | 'leave-preview';

/** What buttons do for those who answer a questionnaire, who may be strangers. */
export const surveyTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: Occasion) => SoonReplied;
} = {
  'list-surveys': (_, on) => listSurveys(on),
  'open-survey': openSurvey,
  'fill-in-survey': fillIn,
  'answer-item': answerItem,
  'review-answers': reviewAnswers,
  'submit-answers': submitAnswers,
  'put-off-answers': putOffAnswers,
  'ask-drop-answers': askDropAnswers,
  'drop-answers': dropAnswers,
  'preview-questionnaire': previewQuestionnaire,
  'fill-in-preview': fillInPreview,
  'preview-item': previewItem,
  'review-preview': reviewPreview,
  'submit-preview': submitPreview,
  'leave-preview': leavePreview,
};
