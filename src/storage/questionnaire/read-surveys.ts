import type { Kysely } from 'kysely';
import type { QuestionnaireStore } from '../../questionnaire/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';
import { WAITS_FOR_KEY_MS } from './close-survey.ts';
import { respondentKey } from './respondent-key.ts';
import type { SurveyKeys } from './survey-keys.ts';
import { surveyFrom } from './survey-row.ts';

type Reading = Pick<
  QuestionnaireStore,
  'survey' | 'surveyByCode' | 'surveys' | 'openSurveys' | 'totals' | 'dueToClose'
>;

export function readSurveys(database: Kysely<Tables>, keys: SurveyKeys): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const all = () => database.selectFrom('survey').selectAll('survey');
  const one = (column: 'id' | 'code', value: string) =>
    on(async () => {
      const row = await all().where(column, '=', value).executeTakeFirst();
      return row === undefined ? null : surveyFrom(row);
    });

  return {
    survey: (id) => one('id', id),
    surveyByCode: (code) => one('code', code),
    surveys: () =>
      on(async () => {
        const rows = await all().orderBy('published_at', 'desc').orderBy('id').execute();
        return rows.map(surveyFrom);
      }),
    openSurveys: (respondent, now) =>
      on(async () => {
        const at = now.toISOString();
        const rows = await all()
          .innerJoin('survey_participant', 'survey_participant.survey', 'survey.id')
          .where('respondent', '=', respondentKey(respondent))
          .where('is_done', '=', 0)
          .where('closed_at', 'is', null)
          .where('opens_at', '<=', at)
          .where('closes_at', '>', at)
          .orderBy('closes_at')
          .orderBy('survey.id')
          .execute();
        return rows.map(surveyFrom);
      }),
    totals: (survey) =>
      on(async () => {
        const row = await database
          .selectFrom('survey')
          .where('id', '=', survey)
          .select(['invited', 'begun', 'submitted', 'lost'])
          .executeTakeFirst();
        return row ?? { invited: null, begun: 0, submitted: 0, lost: 0 };
      }),
    dueToClose: (now) =>
      on(async () => {
        const due = await database
          .selectFrom('survey')
          .where('closed_at', 'is', null)
          .where('closes_at', '<=', now.toISOString())
          .select(['id', 'key_id', 'closes_at'])
          .orderBy('closes_at')
          .orderBy('id')
          .execute();
        if (due.length === 0) return [];
        const held = (await keys.held())?.id;
        // Whoever has the key reads what was submitted last, and anyone else would lose it.
        const isLate = (closes: string) => now.getTime() >= Date.parse(closes) + WAITS_FOR_KEY_MS;
        const mine = due.filter(({ key_id, closes_at }) => key_id === held || isLate(closes_at));
        return mine.map(({ id }) => id);
      }),
  };
}
