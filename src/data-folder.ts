import { access, constants, mkdir } from 'node:fs/promises';
import { messageOf, UserFacingError } from './errors.ts';

/**
 * Makes the data folder where it is missing, in a parent that must exist, and checks that it can
 * be written to.
 *
 * @throws UserFacingError naming the folder and what to do
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    // Not recursive: a mistyped path should be told, and Node never returns from one below /proc.
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UserFacingError(
      `数据文件夹 ${folder} 无法使用，请检查 GANXUN_DATA 设置、上级目录和权限（${messageOf(error)}）。`,
    );
  }
}
