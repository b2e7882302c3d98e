import { readFile } from 'node:fs/promises';
import { UsageError, UserFacingError } from '../errors.ts';

/** @throws UsageError where an option that must be there is not */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`缺少 ${option} 参数，请写明文件路径。`);
  return value;
}

/** @throws UserFacingError where the file cannot be read */
export async function readNamedFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UserFacingError(`读不到文件 ${file}，请检查路径。`);
  });
}
