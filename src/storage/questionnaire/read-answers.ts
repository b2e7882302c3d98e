import type { Kysely } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Answers } from '../../questionnaire/answers.ts';
import type { QuestionnaireStore } from '../../questionnaire/store.ts';
import { explained } from '../explain-failure.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { readDraft } from './draft.ts';
import { neededKeyOf } from './key-of.ts';
import { respondentKey } from './respondent-key.ts';
import { standingIn } from './standing-in.ts';
import type { SurveyKeys } from './survey-keys.ts';

type Reading = Pick<
  QuestionnaireStore,
  'standing' | 'draft' | 'notSubmitted' | 'submittedOf' | 'responses'
>;

const STILL_OPEN = '这份问卷还没有结束，结束以后才能查看结果。';

export function readAnswers(database: Kysely<Tables>, keys: SurveyKeys): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const participants = (survey: string) =>
    database.selectFrom('survey_participant').where('survey', '=', survey);

  return {
    standing: (survey, respondent) => on(() => standingIn(database, survey, respondent)),
    draft: (survey, respondent) =>
      on(async () => {
        const row = await database
          .selectFrom('survey')
          .where('id', '=', survey)
          .where('closed_at', 'is', null)
          .select('key_id')
          .executeTakeFirst();
        if (row === undefined) return {};
        const key = await neededKeyOf(keys, row);
        return (await readDraft(database, key, survey, respondentKey(respondent))) ?? {};
      }),
    notSubmitted: (survey) =>
      on(async () => {
        const rows = await participants(survey)
          .innerJoin('person', 'person.id', 'respondent')
          .where('is_done', '=', 0)
          .select('respondent')
          .orderBy('respondent')
          .execute();
        return rows.map(({ respondent }) => respondent);
      }),
    submittedOf: (survey, people) =>
      on(async () => {
        const done = new Set<string>();
        for (const portion of portionsOf(people)) {
          const rows = await participants(survey)
            .where('is_done', '=', 1)
            .where('respondent', 'in', portion)
            .select('respondent')
            .execute();
          for (const { respondent } of rows) done.add(respondent);
        }
        return done;
      }),
    responses: (survey) =>
      on(async () => {
        const row = await database
          .selectFrom('survey')
          .where('id', '=', survey)
          .select('closed_at')
          .executeTakeFirst();
        if (row !== undefined && row.closed_at === null) throw new UserFacingError(STILL_OPEN);
        const answers = await database
          .selectFrom('survey_answer')
          .where('survey', '=', survey)
          .select('content')
          .orderBy('id')
          .execute();
        return answers.map(({ content }) => JSON.parse(content) as Answers);
      }),
  };
}
