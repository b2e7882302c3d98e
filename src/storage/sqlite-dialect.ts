import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type { Line } from './in-line.ts';

/** Kysely's dialect, with transactions that several processes and a full disk do not confuse. */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #sqlite: Database.Database;
  readonly #turns: Turns;

  constructor(sqlite: Database.Database, turns: Turns) {
    super({ database: sqlite });
    this.#sqlite = sqlite;
    this.#turns = turns;
  }

  override createDriver(): SqliteDriver {
    return new PatientSqliteDriver(this.#sqlite, this.#turns);
  }
}

/** How one comes to use the connection. */
export interface Turns {
  /** Of all who use the same connection. */
  readonly line: Line;
  readonly isUrgent: boolean;
}

/** Statements that are kept compiled; every message uses the same few. */
const MOST_STATEMENTS = 300;

/** Compiling a statement takes as long as running it. */
function withCompiled(sqlite: Database.Database): SqliteDatabase {
  const compiled = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => void sqlite.close(),
    prepare: (statement) => {
      const known = compiled.get(statement);
      if (known !== undefined) return known;
      if (compiled.size >= MOST_STATEMENTS) compiled.clear();
      const made = sqlite.prepare(statement) as ReturnType<SqliteDatabase['prepare']>;
      compiled.set(statement, made);
      return made;
    },
  };
}

/** Milliseconds that the only thread may work for the records before it looks at what has come in. */
const LONGEST_AT_A_STRETCH = 10;

/**
 * The driver never waits, so that a thousand messages at once would be worked off without a look at the
 * network, and whoever connects meanwhile be let in one after another between such stretches.
 */
class PatientSqliteDriver extends SqliteDriver {
  readonly #sqlite: Database.Database;
  readonly #turns: Turns;
  #looked = 0;

  constructor(sqlite: Database.Database, turns: Turns) {
    super({ database: withCompiled(sqlite) });
    this.#sqlite = sqlite;
    this.#turns = turns;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const { line, isUrgent } = this.#turns;
    await line.enter(isUrgent);
    if (performance.now() - this.#looked > LONGEST_AT_A_STRETCH) {
      await setImmediate();
      this.#looked = performance.now();
    }
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    this.#turns.line.leave();
  }

  /** SQLite waits for a lock at the beginning only: a reader that turns writer fails at once. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk has rolled back already; a second rollback would hide what had happened. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}
