import { type Kysely, sql } from 'kysely';
import { isPostgres } from './column-types.ts';

/**
 * 意见建议 with their states and answers, and who asked to be told. What was kept of them so far came with
 * the instant of the message that brought it, and lay in the order in which they came: with either,
 * whoever holds the tables finds the turn that goes with it. Only the day stays, and the order goes.
 */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  const isOnPostgres = isPostgres(database);
  const made = schema
    .createTable('suggestion_anew')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('open'))
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('steps', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('code_hash', 'text', (column) => column.unique());
  // There is no number behind a row then that would count them as they come.
  await (isOnPostgres ? made : made.modifyEnd(sql`WITHOUT ROWID`)).execute();
  await sql`INSERT INTO suggestion_anew (id, text, at)
    SELECT id, text, substr(at, 1, 10) FROM suggestion ORDER BY id`.execute(database);
  await schema.dropTable('suggestion').execute();
  await schema.alterTable('suggestion_anew').renameTo('suggestion').execute();
  await schema
    .createIndex('suggestion_by_state')
    .on('suggestion')
    .columns(['state', 'at'])
    .execute();
  const wish = schema
    .createTable('suggestion_wish')
    .addColumn('suggestion', 'text', (column) =>
      column.notNull().references('suggestion.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('told_at', 'text')
    .addPrimaryKeyConstraint('suggestion_wish_key', ['person', 'suggestion']);
  await (isOnPostgres ? wish : wish.modifyEnd(sql`WITHOUT ROWID`)).execute();
  await schema
    .createIndex('suggestion_wish_of')
    .on('suggestion_wish')
    .column('suggestion')
    .execute();
  await schema
    .createIndex('turn_of_suggestion')
    .on('turn')
    .column('at')
    .where('outcome' as never, '=', 'suggestion')
    .execute();
}
