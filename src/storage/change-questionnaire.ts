import type { Transaction } from 'kysely';
import type { QuestionnaireChange } from '../questionnaire/store.ts';
import { beginAnswers } from './questionnaire/begin-answers.ts';
import { addQuestionnaire, saveQuestionnaire } from './questionnaire/change-draft.ts';
import { closeSurvey, moveClosing } from './questionnaire/close-survey.ts';
import { dropAnswers, keepAnswer } from './questionnaire/keep-answer.ts';
import { publishSurvey } from './questionnaire/publish.ts';
import { submitAnswers } from './questionnaire/submit-answers.ts';
import type { SurveyKeys } from './questionnaire/survey-keys.ts';
import type { Tables } from './schema.ts';

/** Carries out one change of questionnaires and surveys. */
export async function changeQuestionnaire(
  all: Transaction<Tables>,
  change: QuestionnaireChange,
  keys: SurveyKeys,
): Promise<unknown> {
  switch (change.kind) {
    case 'add-questionnaire':
      return addQuestionnaire(all, change);
    case 'save-questionnaire':
      return saveQuestionnaire(all, change);
    case 'remove-questionnaire':
      return all.deleteFrom('questionnaire').where('id', '=', change.id).execute();
    case 'publish-survey':
      return publishSurvey(all, change, keys);
    case 'move-closing':
      return moveClosing(all, change);
    case 'close-survey':
      return closeSurvey(all, change, keys);
    case 'begin-answers':
      return beginAnswers(all, change, keys);
    case 'keep-answer':
      return keepAnswer(all, change, keys);
    case 'submit-answers':
      return submitAnswers(all, change, keys);
    case 'drop-answers':
      return dropAnswers(all, change, keys);
    default:
      return change satisfies never;
  }
}
