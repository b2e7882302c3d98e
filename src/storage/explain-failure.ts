import { UserFacingError } from '../errors.ts';

/** What SQLite reports, by the beginning of its code, and what a person can do about it. */
const EXPLANATIONS: readonly (readonly [code: string, explanation: string])[] = [
  ['SQLITE_BUSY', '记录库正被其他程序占用，这次没有保存，请稍后再试。'],
  ['SQLITE_LOCKED', '记录库正被其他程序占用，这次没有保存，请稍后再试。'],
  ['SQLITE_FULL', '磁盘已满，这次没有保存。请管理员清理磁盘后再试。'],
  ['SQLITE_READONLY', '记录库不能写入，这次没有保存。请管理员检查数据文件夹的权限。'],
  ['SQLITE_CANTOPEN', '记录库打不开。请管理员检查数据文件夹的权限。'],
  ['SQLITE_IOERR', '读写记录库时磁盘出错，这次没有保存。请管理员检查磁盘。'],
  ['SQLITE_NOTADB', '记录库文件已经损坏。请管理员用备份恢复，或者移走该文件后重新启动。'],
  ['SQLITE_CORRUPT', '记录库文件已经损坏。请管理员用备份恢复，或者移走该文件后重新启动。'],
];

/**
 * An error of the database in words for a person, where there is something to do about it.
 *
 * @param path told to an operator; null where anyone may read the message
 */
export function explainFailure(error: unknown, path: string | null): unknown {
  const code = String((error as { code?: unknown } | null)?.code);
  const found = EXPLANATIONS.find(([start]) => code.startsWith(start));
  if (found === undefined) return error;
  const where = path === null ? '' : `（${path}，${code}）`;
  return new UserFacingError(found[1] + where, { cause: error });
}

/** Runs a piece of work on the database; what it throws is explained. */
export async function explained<Result>(
  path: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw explainFailure(error, path);
  }
}
