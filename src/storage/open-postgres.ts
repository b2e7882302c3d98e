import { Kysely, PostgresDialect } from 'kysely';
import { migrate } from './migrate.ts';
import type { Opened } from './opened.ts';
import type { Tables } from './schema.ts';

const MOST_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 5000;
const ANSWER_WITHIN_MS = 30_000;
/** A process that is suspended amid a transaction must not keep others from its rows. */
const IDLE_WITHIN_MS = 5000;

/** Opens the records of a PostgreSQL database, making or migrating them first. */
export async function openPostgres(url: string): Promise<Opened> {
  const database = await connect(url, MOST_CONNECTIONS);
  try {
    await migrate(database as unknown as Kysely<unknown>, nameOf(url));
    return { database, urgent: await connect(url, 1) };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Connections are made when they are needed. */
async function connect(url: string, most: number): Promise<Kysely<Tables>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: ANSWER_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_WITHIN_MS,
  });
  // A connection that breaks is replaced, and whoever uses it gets an error of their own; without
  // these, the process would end.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Host and database, without the password. */
export function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
