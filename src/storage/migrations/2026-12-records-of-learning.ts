import type { Kysely } from 'kysely';

/** Learning records, and what people were asked to recall. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('learning_entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('studied_on', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('is_made_up', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('material', 'text')
    .addColumn('place', 'text')
    .addColumn('chapter', 'text')
    .addColumn('studied', 'text', (column) => column.notNull())
    .addColumn('reflection', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.references('class.id').onDelete('set null'))
    .addColumn('shared_with', 'text', (column) =>
      column.references('class.id').onDelete('set null'),
    )
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('withdrawn_at', 'text')
    .execute();
  // Holds all that map and calendar count, so that they read no row of a year of records.
  await schema
    .createIndex('learning_entry_of_person')
    .on('learning_entry')
    .columns(['person', 'studied_on', 'material', 'chapter', 'withdrawn_at'])
    .execute();
  await schema
    .createIndex('learning_entry_shared')
    .on('learning_entry')
    .column('shared_with')
    .where('shared_with' as never, 'is not', null)
    .execute();
  await schema
    .createIndex('learning_entry_of_class')
    .on('learning_entry')
    .column('class')
    .where('class' as never, 'is not', null)
    .execute();
  await schema
    .createTable('recall_card')
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('material', 'text', (column) => column.notNull())
    .addColumn('chapter', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('is_recalled', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recall_card_key', ['person', 'item'])
    .execute();
  await schema
    .createTable('recall_answer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('material', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('is_right', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('recall_answer_of_person')
    .on('recall_answer')
    .columns(['person', 'at'])
    .execute();
}
