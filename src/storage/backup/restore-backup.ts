import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { MIGRATION_NAMES } from '../migrate.ts';
import { isPostgres } from '../migrations/column-types.ts';
import type { Tables } from '../schema.ts';
import {
  BACKED_UP,
  COUNTED,
  FORMAT,
  footer,
  header,
  MAY_LACK,
  OLDEST_FORMAT,
  rowLine,
  unpacked,
} from './format.ts';
import type { BackupSummary } from './write-backup.ts';

const ROWS_AT_ONCE = 200;

/**
 * Puts the records of a backup in the place of those there are, all or none of them. The file is
 * read to its end before anything is changed. Nothing goes out that may have been sent since the backup
 * was made: see `withoutUnsent`, and learners' own reminders go on from now.
 *
 * @throws UserFacingError where the file is no whole backup, or one of a newer program
 */
export async function restoreBackup(
  database: Kysely<Tables>,
  path: string,
  now: Date,
): Promise<BackupSummary> {
  const summary = await examineBackup(path);
  await database.transaction().execute(async (all) => {
    for (const table of BACKED_UP.toReversed()) await all.deleteFrom(table).execute();
    await insertRows(all, path);
    await planFrom(all, now);
    if (isPostgres(all as never)) await countOn(all);
  });
  return summary;
}

/** What a backup holds; the same errors as {@link restoreBackup}. */
export async function examineBackup(path: string): Promise<BackupSummary> {
  const hash = createHash('sha256');
  let first: string | undefined;
  let last: string | undefined;
  for await (const line of linesOf(path)) {
    first ??= line;
    if (last !== undefined) hash.update(`${last}\n`);
    last = line;
  }
  const head = header.safeParse(parsed(first));
  const foot = footer.safeParse(parsed(last));
  if (!head.success) throw new UserFacingError(`“${path}”不是干训助手的备份文件。`);
  if (!foot.success || foot.data.sha256 !== hash.digest('hex')) {
    throw new UserFacingError(`备份文件“${path}”不完整或者被改动过，没有恢复。请换一个备份。`);
  }
  const unknown = head.data.migrations.find((name) => !MIGRATION_NAMES.includes(name));
  if (head.data.format > FORMAT || unknown !== undefined) {
    throw new UserFacingError(`备份文件“${path}”由更新版本的程序建立，请换用新版本后再恢复。`);
  }
  const isOlder = head.data.format < OLDEST_FORMAT;
  const lacking = MIGRATION_NAMES.filter((name) => !head.data.migrations.includes(name));
  if (isOlder || lacking.some((name) => !MAY_LACK.includes(name))) {
    throw new UserFacingError(
      `备份文件“${path}”由旧版本的程序建立。请用那个版本恢复，再用新版本启动，由程序升级。`,
    );
  }
  return { at: head.data.at, rows: foot.data.rows };
}

async function planFrom(all: Transaction<Tables>, now: Date): Promise<void> {
  const planned_until = now.toISOString();
  await all
    .updateTable('study_wishes')
    .set({ planned_until })
    .where('planned_until', '<', planned_until)
    .execute();
}

async function insertRows(all: Transaction<Tables>, path: string): Promise<void> {
  let waiting: { readonly table: number; readonly rows: Record<string, unknown>[] } | null = null;
  const write = async () => {
    if (waiting === null || waiting.rows.length === 0) return;
    const table = BACKED_UP[waiting.table];
    if (table === undefined) throw new UserFacingError('备份文件里有不认识的表，没有恢复。');
    await all
      .insertInto(table)
      .values(waiting.rows as never)
      .execute();
  };
  for await (const line of linesOf(path)) {
    const row = rowLine.safeParse(parsed(line));
    if (!row.success) continue;
    const [table, fields] = row.data;
    if (waiting === null || waiting.table !== table || waiting.rows.length === ROWS_AT_ONCE) {
      await write();
      waiting = { table, rows: [] };
    }
    waiting.rows.push(unpacked(fields));
  }
  await write();
}

/** Rows that come later get numbers after those that were restored. */
async function countOn(all: Transaction<Tables>): Promise<void> {
  for (const [table, column] of Object.entries(COUNTED)) {
    await sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}),
      (SELECT coalesce(max(${sql.ref(column)}), 0) + 1 FROM ${sql.table(table)}), false)`.execute(
      all,
    );
  }
}

/** Lines as the file is unpacked; readline alone would swallow what goes wrong below it. */
async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    let rest = '';
    const decoder = new TextDecoder();
    const unzipped = createGunzip();
    createReadStream(path)
      .on('error', (error) => unzipped.destroy(error))
      .pipe(unzipped);
    for await (const chunk of unzipped) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserFacingError(`没有备份文件“${path}”，请检查路径。`);
    if (!String(code).startsWith('Z_')) throw error;
    throw new UserFacingError(`“${path}”不是备份文件，或者已经损坏，没有恢复。`);
  }
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}
