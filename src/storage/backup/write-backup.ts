import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../migrations/column-types.ts';
import type { Tables } from '../schema.ts';
import { BACKED_UP, FORMAT, IN_ORDER, packed } from './format.ts';
import { withoutSenders } from './without-senders.ts';
import { withoutSessions } from './without-sessions.ts';
import { withoutUnsent } from './without-unsent.ts';

export interface BackupSummary {
  /** ISO instant at which it was made. */
  readonly at: string;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

const ROWS_AT_ONCE = 2000;

/**
 * Writes all records as they are at one moment, while others go on writing. The file has its name
 * only once it is whole. What a restore could send a second time is in it as not to be sent; see
 * `withoutUnsent`.
 */
export async function writeBackup(
  database: Kysely<Tables>,
  path: string,
  now: Date,
): Promise<BackupSummary> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const summary = await snapshot(database, async (all) => {
      const rows: Record<string, number> = {};
      await pipeline(
        Readable.from(lines(all, now, rows)),
        createGzip(),
        createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }),
      );
      return { at: now.toISOString(), rows };
    });
    await flush(unfinished);
    await rename(unfinished, path);
    await flush(dirname(path));
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** One view of all tables from beginning to end, which holds up nobody who writes. */
function snapshot<Result>(
  database: Kysely<Tables>,
  work: (all: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  if (isPostgres(database as never)) {
    return database.transaction().setIsolationLevel('repeatable read').execute(work);
  }
  return database.connection().execute(async (one) => {
    await sql`BEGIN DEFERRED`.execute(one);
    try {
      return await work(one);
    } finally {
      await sql`ROLLBACK`.execute(one);
    }
  });
}

async function* lines(
  all: Kysely<Tables>,
  now: Date,
  rows: Record<string, number>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const migrations = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(all);
  const names = migrations.rows.map(({ name }) => name).sort();
  yield line({ ganxun: 'backup', format: FORMAT, at: now.toISOString(), migrations: names });
  const ended = await withoutSessions(all, now);
  const unsent = withoutUnsent(now);
  for (const [number, table] of BACKED_UP.entries()) {
    rows[table] = 0;
    for await (const row of rowsOf(all, table)) {
      const kept = withoutSenders(table, ended(table, row));
      const left = kept === null ? null : unsent(table, kept);
      if (left === null) continue;
      rows[table]++;
      yield line([number, packed(left)]);
    }
  }
  yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`;
}

/** In portions, so that no table is ever in memory as a whole. */
async function* rowsOf(
  all: Kysely<Tables>,
  table: (typeof BACKED_UP)[number],
): AsyncGenerator<Record<string, unknown>> {
  if (!isPostgres(all as never)) {
    yield* all.selectFrom(table).selectAll().stream();
    return;
  }
  const keys = (IN_ORDER as Partial<Record<string, readonly string[]>>)[table] ?? [];
  const order =
    keys.length === 0 ? sql`` : sql`ORDER BY ${sql.join(keys.map((key) => sql.ref(key)))}`;
  await sql`DECLARE backup_rows CURSOR FOR SELECT * FROM ${sql.table(table)} ${order}`.execute(all);
  for (;;) {
    const next = sql<Record<string, unknown>>`FETCH ${sql.lit(ROWS_AT_ONCE)} FROM backup_rows`;
    const { rows } = await next.execute(all);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`CLOSE backup_rows`.execute(all);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
