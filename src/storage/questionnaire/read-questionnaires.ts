import type { Kysely } from 'kysely';
import type { Questionnaire, QuestionnaireKind } from '../../questionnaire/questionnaire.ts';
import type { QuestionnaireStore } from '../../questionnaire/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';

type Reading = Pick<
  QuestionnaireStore,
  'questionnaire' | 'questionnaires' | 'versions' | 'version'
>;

export function readQuestionnaires(database: Kysely<Tables>): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const versionsOf = (id: string) =>
    database.selectFrom('questionnaire_version').where('questionnaire', '=', id);

  return {
    questionnaire: (id) =>
      on(async () => {
        const row = await database
          .selectFrom('questionnaire')
          .innerJoin('questionnaire_version as kept', (join) =>
            join
              .onRef('kept.questionnaire', '=', 'questionnaire.id')
              .onRef('kept.version', '=', 'questionnaire.version'),
          )
          .where('questionnaire.id', '=', id)
          .selectAll('questionnaire')
          .select('content')
          .executeTakeFirst();
        if (row === undefined) return null;
        const { kind, title, ...line } = lineFrom(row);
        return { ...line, content: JSON.parse(row.content) as Questionnaire };
      }),
    questionnaires: () =>
      on(async () => {
        const rows = await database
          .selectFrom('questionnaire')
          .selectAll()
          .orderBy('changed_at', 'desc')
          .orderBy('id')
          .execute();
        return rows.map(lineFrom);
      }),
    versions: (id) =>
      on(() =>
        versionsOf(id)
          .select(['version', 'note', 'changed_at as changedAt'])
          .orderBy('version', 'desc')
          .execute(),
      ),
    version: (id, version) =>
      on(async () => {
        const row = await versionsOf(id)
          .where('version', '=', version)
          .select('content')
          .executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.content) as Questionnaire);
      }),
  };
}

function lineFrom(row: Tables['questionnaire']) {
  const { id, owner, version, title } = row;
  return {
    ...{ id, owner, ownerName: row.owner_name, classId: row.class },
    ...{ kind: row.kind as QuestionnaireKind, title, version, changedAt: row.changed_at },
  };
}
