import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserFacingError } from '../../errors.ts';
import { createSealer, KEY_BYTES, type Sealer } from '../../questionnaire/sealing.ts';

export const KEY_FILE = 'questionnaire.key';

/** The key of what is answered: in a file of the data folder, and in no database, log or backup. */
export interface SurveyKeys {
  /** Where it is, for the operator. */
  readonly path: string;
  /**
   * Null where there is no file.
   *
   * @throws UserFacingError where it is no key
   */
  held(): Promise<Sealer | null>;
  /** Makes it where there is none. */
  made(): Promise<Sealer>;
}

export function surveyKeysIn(dataFolder: string): SurveyKeys {
  const path = join(dataFolder, KEY_FILE);
  let known: Sealer | null = null;
  const held = async () => {
    known ??= await readKey(path);
    return known;
  };
  const made = async () => {
    const there = await held();
    if (there !== null) return there;
    await makeKey(path);
    return (await held()) as Sealer;
  };
  return { path, held, made };
}

/** @throws UserFacingError where the file is no key */
async function readKey(path: string): Promise<Sealer | null> {
  try {
    const key = await readFile(path);
    if (key.byteLength === KEY_BYTES) return createSealer(key);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  throw new UserFacingError(
    `数据文件夹中的 ${KEY_FILE} 已经损坏，问卷暂时不能发布和填写。请管理员用原来的文件替换。`,
  );
}

/** The file has its name once it is whole on the disk, and whoever comes second takes the first one's. */
async function makeKey(path: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(KEY_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
    await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
