import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';

/** Questionnaires, what was published of them, who may answer, and what was answered. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('questionnaire')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('owner_name', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.references('class.id').onDelete('set null'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('questionnaire_version')
    .addColumn('questionnaire', 'text', (column) =>
      column.notNull().references('questionnaire.id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('questionnaire_version_key', ['questionnaire', 'version'])
    .execute();
  await schema
    .createTable('survey')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('questionnaire', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.unique())
    .addColumn('opens_at', 'text', (column) => column.notNull())
    .addColumn('closes_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('owner', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('owner_name', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('invited', 'integer')
    .addColumn('begun', 'integer', (column) => column.notNull())
    .addColumn('submitted', 'integer', (column) => column.notNull())
    .addColumn('lost', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('survey_open')
    .on('survey')
    .column('closes_at')
    .where('closed_at' as never, 'is', null)
    .execute();
  await createAnswers(database);
}

/**
 * A row that SQLite numbers by itself tells when it came. These have no such number: they stand in the
 * order of their keys.
 */
async function createAnswers(database: Kysely<never>): Promise<void> {
  const unnumbered = (table: CreateTableBuilder<string, string>) =>
    isPostgres(database) ? table : table.modifyEnd(sql`WITHOUT ROWID`);
  const ofSurvey = (table: string) =>
    database.schema
      .createTable(table)
      .addColumn('survey', 'text', (column) =>
        column.notNull().references('survey.id').onDelete('cascade'),
      );
  await unnumbered(
    ofSurvey('survey_participant')
      .addColumn('respondent', 'text', (column) => column.notNull())
      .addColumn('is_done', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_participant_key', ['survey', 'respondent']),
  ).execute();
  await unnumbered(
    ofSurvey('survey_draft')
      .addColumn('respondent', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_draft_key', ['survey', 'respondent']),
  ).execute();
  await unnumbered(
    ofSurvey('survey_pool')
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_pool_key', ['survey']),
  ).execute();
  await unnumbered(
    ofSurvey('survey_answer')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_answer_key', ['survey', 'id']),
  ).execute();
  for (const table of ['survey_participant', 'survey_draft']) {
    const index = database.schema.createIndex(`${table}_of_respondent`);
    await index.on(table).column('respondent').execute();
  }
}
