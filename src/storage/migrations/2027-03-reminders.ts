import { type Kysely, sql } from 'kysely';
import { columnTypes } from './column-types.ts';

/** Reminders, what learners want of them, and messages with what became of each. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('reminder')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('timing', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('is_urgent', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('author_name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'text')
    .addColumn('confirmed_by_name', 'text')
    .addColumn('planned_until', 'text')
    .execute();
  await schema
    .createIndex('reminder_by_author')
    .on('reminder')
    .column('author')
    .where('author' as never, 'is not', null)
    .execute();
  await schema
    .createTable('audience_filter')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('study_wishes')
    .addColumn('person', 'text', (column) =>
      column.primaryKey().references('person.id').onDelete('cascade'),
    )
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('most_a_week', 'integer', (column) => column.notNull())
    .addColumn('pause', 'text')
    .addColumn('channel', 'text')
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('planned_until', 'text', (column) => column.notNull())
    .execute();
  await createMessages(database);
  await schema.alterTable('account').addColumn('shut_at', 'text').execute();
  // Whether someone recorded anything since their last reminder is asked of hundreds at once.
  await schema
    .createIndex('learning_entry_recorded')
    .on('learning_entry')
    .columns(['person', 'recorded_at'])
    .execute();
}

async function createMessages(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('mailing')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reminder', 'text', (column) => column.references('reminder.id').onDelete('cascade'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('buttons', 'text', (column) => column.notNull())
    .addColumn('is_urgent', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('mailing_of_reminder')
    .on('mailing')
    .columns(['reminder', 'due_at'])
    .where('reminder' as never, 'is not', null)
    .execute();
  await schema
    .createTable('delivery')
    .addColumn('ordinal', 'integer', columnTypes(database).counter)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('mailing', 'text', (column) =>
      column.notNull().references('mailing.id').onDelete('cascade'),
    )
    // Who left is nobody any more; that there was a message to someone stays, for reports.
    .addColumn('person', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('channel', 'text')
    .addColumn('key', 'text')
    .addColumn('holder', 'text')
    .addColumn('not_before', 'text', (column) => column.notNull())
    .addColumn('not_after', 'text')
    .addColumn('at', 'text')
    .addColumn('opened_at', 'text')
    .addUniqueConstraint('delivery_to_person', ['mailing', 'person'])
    .execute();
  await indexMessages(database);
}

/** Those under way are few among those that have ended, and are asked for every second. */
async function indexMessages({ schema }: Kysely<never>): Promise<void> {
  const inState = { waiting: ['not_before'], ready: ['channel', 'priority', 'not_before'] };
  for (const [state, columns] of Object.entries(inState)) {
    await schema
      .createIndex(`delivery_${state}`)
      .on('delivery')
      .columns([...columns, 'ordinal'])
      .where(sql`state`, '=', state)
      .execute();
  }
  await schema
    .createIndex('delivery_sending')
    .on('delivery')
    .column('channel')
    .where(sql`state`, '=', 'sending')
    .execute();
  await schema
    .createIndex('delivery_of_mailing')
    .on('delivery')
    .columns(['mailing', 'state', 'reason', 'opened_at'])
    .execute();
  await schema
    .createIndex('delivery_of_person')
    .on('delivery')
    .columns(['person', 'at'])
    .where('person' as never, 'is not', null)
    .execute();
}
