import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { createLine } from './in-line.ts';
import { migrate } from './migrate.ts';
import type { Opened } from './opened.ts';
import type { Tables } from './schema.ts';
import { PatientSqliteDialect } from './sqlite-dialect.ts';

/** The driver waits in the only thread there is, so the whole service waits with it. */
const LONGEST_WAIT_MS = 1000;
/** While another process makes the tables or turns on the log, SQLite may not wait at all. */
const OPENING_ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 50;

/** Opens a file of records, making or migrating it first. */
export async function openSqlite(path: string): Promise<Opened> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open(path);
    } catch (error) {
      const isBusy = String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
      if (!isBusy || attempt === OPENING_ATTEMPTS) throw error;
      await pause(BETWEEN_ATTEMPTS_MS);
    }
  }
}

async function open(path: string): Promise<Opened> {
  // Only its owner reads what people said; SQLite gives the files beside it the same rights.
  closeSync(openSync(path, 'a', 0o600));
  const sqlite = new Database(path, { timeout: LONGEST_WAIT_MS });
  const line = createLine();
  const using = (isUrgent: boolean) =>
    new Kysely<Tables>({ dialect: new PatientSqliteDialect(sqlite, { line, isUrgent }) });
  const database = using(false);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // What people clear is overwritten, not only unlinked.
    sqlite.pragma('secure_delete = ON');
    await inOneStep(sqlite, () => migrate(database as unknown as Kysely<unknown>, path));
    return { database, urgent: using(true) };
  } catch (error) {
    await database.destroy();
    sqlite.close();
    throw error;
  }
}

/** A migration that stops half-way leaves nothing; kysely sees to that for PostgreSQL alone. */
async function inOneStep(sqlite: Database.Database, work: () => Promise<void>): Promise<void> {
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    await work();
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw error;
  }
}
