import type { Kysely } from 'kysely';

/** Questions without an answer: what was asked, by whom, and what is done about it. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('ledger_topic')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('assignee', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text', (column) =>
      column.references('person.id').onDelete('set null'),
    )
    .addColumn('answered_by_name', 'text')
    .addColumn('decided_by', 'text', (column) =>
      column.references('person.id').onDelete('set null'),
    )
    .addColumn('decided_by_name', 'text')
    .addColumn('reason', 'text')
    .addColumn('pair', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('former_people', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('ledger_topic_by_state').on('ledger_topic').column('state').execute();
  await schema
    .createIndex('ledger_topic_of_assignee')
    .on('ledger_topic')
    .column('assignee')
    .where('assignee' as never, 'is not', null)
    .execute();
  await schema
    .createTable('ledger_wording')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('topic', 'text', (column) =>
      column.references('ledger_topic.id').onDelete('set null'),
    )
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('near', 'text')
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('is_from_stranger', 'integer', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('ledger_wording_of_topic')
    .on('ledger_wording')
    .column('topic')
    .execute();
  await schema
    .createIndex('ledger_wording_by_strangers')
    .on('ledger_wording')
    .columns(['is_from_stranger', 'first_at'])
    .execute();
  await schema
    .createTable('ledger_asked')
    .addColumn('wording', 'text', (column) =>
      column.notNull().references('ledger_wording.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('is_first', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_asked_key', ['wording', 'person'])
    .execute();
  await schema
    .createIndex('ledger_asked_by_person')
    .on('ledger_asked')
    .columns(['person', 'at'])
    .execute();
}
