import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { prepareDataFolder } from '../../data-folder.ts';
import { UserFacingError } from '../../errors.ts';

const LOCK_FILE = 'materials-lock.sqlite';
const TRY_AGAIN_MS = 20;
/** A change takes far less; whoever holds the lock for longer hangs. */
const PATIENCE_MS = 30_000;

/**
 * Does a work while no other process of the same data folder does one. The system frees the lock of
 * a process that is killed.
 *
 * @throws UserFacingError where it is not to be had
 */
export async function underLock<Done>(
  dataFolder: string,
  work: () => Promise<Done>,
): Promise<Done> {
  await prepareDataFolder(dataFolder);
  const database = open(join(dataFolder, LOCK_FILE));
  try {
    await take(database);
    return await work();
  } finally {
    // Closing ends the transaction, which never writes anything.
    database.close();
  }
}

function open(path: string): Database.Database {
  try {
    return new Database(path, { timeout: 0 });
  } catch (error) {
    throw unusable(path, error);
  }
}

async function take(database: Database.Database): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code?.startsWith('SQLITE_BUSY') !== true) throw unusable(database.name, error);
      if (Date.now() > until) {
        throw new UserFacingError('另一个程序正在修改资料，一直没有结束。请稍后重试。');
      }
    }
    await pause(TRY_AGAIN_MS);
  }
}

function unusable(path: string, error: unknown): UserFacingError {
  const { code, message } = error as { code?: string; message: string };
  return new UserFacingError(
    `打不开 ${path}，资料没有改动。请检查数据文件夹的权限和磁盘空间后重试（${code ?? message}）。`,
  );
}
