import type { Kysely } from 'kysely';

/** What the gate found of each index, and who let through what it had stopped. */
export async function up({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('release')
    .addColumn('index_name', 'text', (column) => column.notNull())
    .addColumn('before_name', 'text', (column) => column.notNull())
    .addColumn('golden', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('findings', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text')
    .addColumn('by_person', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('reason', 'text')
    .addColumn('overruled_at', 'text')
    .addPrimaryKeyConstraint('release_key', ['index_name', 'before_name', 'golden'])
    .execute();
  await schema.createIndex('release_in_order').on('release').column('ordinal').execute();
  await schema.createIndex('release_by_person').on('release').column('by_person').execute();
}
