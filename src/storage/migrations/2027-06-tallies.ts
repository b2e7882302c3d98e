import { type Kysely, sql } from 'kysely';

/** Totals of the service by day, and what finds how messages fared without reading them all. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('tally')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('of', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('shard', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['day', 'of', 'name', 'shard'])
    .execute();
  // When a material was cited last is asked of one that was not cited for long.
  await schema
    .createIndex('tally_of_material')
    .on('tally')
    .columns(['name', 'day'])
    .where(sql`"of"`, '=', sql.lit('cited'))
    .execute();
  await schema.alterTable('rating').addColumn('day', 'text').execute();
  await schema
    .createIndex('delivery_ended')
    .on('delivery')
    .columns(['at', 'state', 'reason'])
    .where(sql`"at"`, 'is not', null)
    .execute();
}
