import { Kysely, PostgresDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';

const MOST_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 5000;
const ANSWER_WITHIN_MS = 30_000;
/** A process that is suspended amid a transaction must not keep others from its rows. */
const IDLE_WITHIN_MS = 5000;

/** Opens the records of a PostgreSQL database, making or migrating them first. */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: ANSWER_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_WITHIN_MS,
  });
  // A connection that breaks is replaced, and whoever uses it gets an error of their own; without
  // these, the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database as unknown as Kysely<unknown>, nameOf(url));
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Host and database, without the password. */
export function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
