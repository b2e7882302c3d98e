import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts';
import type { Survey } from '../../src/questionnaire/survey.ts';
import type { Records } from '../../src/storage/records.ts';
import { MIXED } from './mixed-questionnaire.ts';

export const SURVEY_CODE = 'ABCDE23456';
export const SURVEY = 'survey-of-2028';
const OPENS_AT = '2027-05-31T00:00:00.000Z';

/**
 * Publishes a questionnaire that is open in the first days of June 2027.
 *
 * @param invited whom it is sent to; whoever has the code may answer where `code` is given
 */
export async function publishSurvey(
  { questionnaires }: Records,
  invited: readonly string[],
  fields: Partial<Survey> = {},
  content: Questionnaire = MIXED,
): Promise<Survey> {
  const survey: Survey = {
    ...{ id: SURVEY, questionnaire: 'q', version: 1, content, audience: [], code: null },
    ...{ opensAt: OPENS_AT, closesAt: '2027-06-30T10:00:00.000Z', closedAt: null },
    ...{ owner: null, ownerName: '张老师', publishedAt: OPENS_AT },
    ...fields,
  };
  await questionnaires.change([{ kind: 'publish-survey', survey, invited }]);
  return survey;
}
