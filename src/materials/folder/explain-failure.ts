import { UserFacingError } from '../../errors.ts';

const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT'];
const CLOSED: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS'];

/** What to tell of a change that failed: what people can mend in words for them, anything else as it is. */
export function explainFailure(error: unknown, folder: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (FULL.includes(code)) {
    return new UserFacingError(`磁盘空间不足，资料没有改动。请清理 ${folder} 所在磁盘后重试。`);
  }
  if (CLOSED.includes(code)) {
    return new UserFacingError(
      `资料文件夹 ${folder} 不能写入，资料没有改动。请让运行本程序的账号对它有写入权限，或用 GANXUN_CORPUS 指定另一个文件夹后重试（${code}）。`,
    );
  }
  return error;
}
