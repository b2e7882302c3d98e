import { UserFacingError } from '../errors.ts';

/** What SQLite, PostgreSQL and the network report, by the beginning of a code, and what to do. */
const EXPLANATIONS: readonly (readonly [code: string, explanation: string])[] = [
  ['SQLITE_BUSY', '记录库正被其他程序占用，这次没有保存，请稍后再试。'],
  ['SQLITE_LOCKED', '记录库正被其他程序占用，这次没有保存，请稍后再试。'],
  ['SQLITE_FULL', '磁盘已满，这次没有保存。请管理员清理磁盘后再试。'],
  ['SQLITE_READONLY', '记录库不能写入，这次没有保存。请管理员检查数据文件夹的权限。'],
  ['SQLITE_CANTOPEN', '记录库打不开。请管理员检查数据文件夹的权限。'],
  ['SQLITE_IOERR', '读写记录库时磁盘出错，这次没有保存。请管理员检查磁盘。'],
  ['SQLITE_NOTADB', '记录库文件已经损坏。请管理员用备份恢复，或者移走该文件后重新启动。'],
  ['SQLITE_CORRUPT', '记录库文件已经损坏。请管理员用备份恢复，或者移走该文件后重新启动。'],
  ['ECONNREFUSED', '连接不上数据库，这次没有保存，请稍后再试。请管理员检查数据库是否在运行。'],
  ['ECONNRESET', '与数据库的连接中断，这次没有保存，请稍后再试。'],
  ['EPIPE', '与数据库的连接中断，这次没有保存，请稍后再试。'],
  ['ETIMEDOUT', '数据库没有应答，这次没有保存，请稍后再试。'],
  ['ENOTFOUND', '找不到数据库的地址。请管理员检查 DATABASE_URL。'],
  ['EAI_AGAIN', '找不到数据库的地址。请管理员检查 DATABASE_URL。'],
  ['28', '数据库不接受用户名或者密码。请管理员检查 DATABASE_URL。'],
  ['3D000', '数据库服务器上没有这个库。请管理员检查 DATABASE_URL。'],
  ['42501', '数据库用户没有所需的权限。请管理员授予建表和读写权限。'],
  ['53100', '数据库的磁盘已满，这次没有保存。请管理员清理磁盘后再试。'],
  ['53', '数据库的连接或者内存已经用完，这次没有保存，请稍后再试。'],
  ['57', '数据库正在停止或者启动，这次没有保存，请稍后再试。'],
  ['08', '与数据库的连接中断，这次没有保存，请稍后再试。'],
  ['40', '同时有其他写入，这次没有保存，请再试一次。'],
  ['55P03', '记录正被其他程序占用，这次没有保存，请稍后再试。'],
  ['25006', '数据库处于只读状态，这次没有保存。请管理员检查。'],
];

/**
 * An error of the database in words for a person, where there is something to do about it.
 *
 * @param path told to an operator; null where anyone may read the message
 */
export function explainFailure(error: unknown, path: string | null): unknown {
  const code = codeOf(error);
  const found = EXPLANATIONS.find(([start]) => code.startsWith(start));
  if (found === undefined) return error;
  const where = path === null ? '' : `（${path}，${code}）`;
  return new UserFacingError(found[1] + where, { cause: error });
}

/** Some ways of losing a connection have words alone. */
function codeOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return /connection terminated|timeout exceeded when trying to connect/iu.test(String(message))
    ? 'ECONNRESET'
    : '';
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
