import { UserFacingError } from '../../errors.ts';

/** By the system, by SQLite, and by SQLite for the memory that its log shares. */
const CODES: readonly unknown[] = ['ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'];

/** What to tell of a build that failed: a full disk in words for people, anything else as it is. */
export function explainFullDisk(error: unknown, folder: string): unknown {
  if (CODES.includes((error as { code?: unknown } | null)?.code)) {
    return new UserFacingError(
      `磁盘空间不足，索引没有建成，原有索引未受影响。请清理 ${folder} 所在磁盘后重试。`,
    );
  }
  return error;
}
