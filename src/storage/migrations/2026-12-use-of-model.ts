import type { Kysely } from 'kysely';

/** What people's answers cost today, in tokens. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('model_use')
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('tokens', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('model_use_key', ['who', 'day'])
    .execute();
}
