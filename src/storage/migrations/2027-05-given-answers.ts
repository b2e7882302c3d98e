import type { Kysely } from 'kysely';

/** What answers cited, each text once however often it went out, and to whom it went. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('given_cite')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('material', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('end', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('compared', 'text')
    .addColumn('told_at', 'text')
    .execute();
  await schema
    .createIndex('given_cite_of_version')
    .on('given_cite')
    .columns(['material', 'version', 'compared'])
    .execute();
  await schema
    .createTable('given_answer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.references('person.id').onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('given_answer_by_age').on('given_answer').column('at').execute();
  await schema
    .createIndex('given_answer_to_person')
    .on('given_answer')
    .columns(['person', 'at'])
    .where('person' as never, 'is not', null)
    .execute();
  await schema
    .createTable('given_answer_cite')
    .addColumn('answer', 'text', (column) =>
      column.notNull().references('given_answer.id').onDelete('cascade'),
    )
    .addColumn('cite', 'text', (column) =>
      column.notNull().references('given_cite.id').onDelete('cascade'),
    )
    .addColumn('recalled_at', 'text')
    .addPrimaryKeyConstraint('given_answer_cite_key', ['answer', 'cite'])
    .execute();
  await schema
    .createIndex('given_answer_of_cite')
    .on('given_answer_cite')
    .columns(['cite', 'recalled_at'])
    .execute();
}
