import {
  type ColumnDefinitionBuilder,
  type Kysely,
  PostgresAdapter,
  type RawBuilder,
  sql,
} from 'kysely';

/** A key that counts upwards by itself, and bytes, as the database at hand names them. */
export function columnTypes(database: Kysely<never>): {
  readonly counter: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  readonly bytes: RawBuilder<unknown>;
} {
  return isPostgres(database)
    ? {
        counter: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
        bytes: sql`bytea`,
      }
    : { counter: (column) => column.primaryKey().autoIncrement(), bytes: sql`blob` };
}

export function isPostgres(database: Kysely<never>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}
