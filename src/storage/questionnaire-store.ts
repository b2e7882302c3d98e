import type { Kysely } from 'kysely';
import type { QuestionnaireStore } from '../questionnaire/store.ts';
import { changeQuestionnaire } from './change-questionnaire.ts';
import { explained } from './explain-failure.ts';
import { readAnswers } from './questionnaire/read-answers.ts';
import { readQuestionnaires } from './questionnaire/read-questionnaires.ts';
import { readSurveys } from './questionnaire/read-surveys.ts';
import type { SurveyKeys } from './questionnaire/survey-keys.ts';
import type { Tables } from './schema.ts';
import type { WriteChanges } from './write-changes.ts';

export function createQuestionnaireStore(
  database: Kysely<Tables>,
  write: WriteChanges,
  keys: SurveyKeys,
): QuestionnaireStore {
  return {
    ...readQuestionnaires(database),
    ...readSurveys(database, keys),
    ...readAnswers(database, keys),
    change: (changes) =>
      explained(null, async () => {
        await write(changes, async (all) => {
          for (const change of changes) await changeQuestionnaire(all, change, keys);
        });
      }),
  };
}
