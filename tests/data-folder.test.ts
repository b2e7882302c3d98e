import { chmod, mkdir, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../src/app.ts';
import { prepareDataFolder } from '../src/data-folder.ts';
import { UserFacingError } from '../src/errors.ts';
import { makeFolder, makeSmallCorpus } from './support/small-index.ts';
import { testConfig } from './support/test-config.ts';

async function start() {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

describe('a data folder', () => {
  it('is made where only it is missing, and left as it is where it stands', async () => {
    const folder = join(await start(), 'data');
    await prepareDataFolder(folder);
    await writeFile(join(folder, 'kept'), '');
    await prepareDataFolder(folder);
    expect((await stat(join(folder, 'kept'))).isFile()).toBe(true);
  });

  it.each([
    ['lies below a folder that is not there', 'missing/data'],
    ['lies below a file', 'file/data'],
    ['is a file', 'file'],
  ])('that %s is told by the app in one line with the setting', async (_name, path) => {
    const [parent, corpus] = await Promise.all([start(), makeSmallCorpus()]);
    onTestFinished(corpus.remove);
    await writeFile(join(parent, 'file'), '');
    const dataFolder = join(parent, path);
    const app = createApp(testConfig(corpus.path, dataFolder));
    const refused = app.index();
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(/^数据文件夹 [^\n]*GANXUN_DATA[^\n]*$/u);
  });

  it.skipIf(process.getuid?.() === 0)(
    'that may not be written to is told in one line (root may write anywhere)',
    async () => {
      const folder = join(await start(), 'sealed');
      await mkdir(folder);
      await chmod(folder, 0o500);
      await expect(prepareDataFolder(folder)).rejects.toThrow(UserFacingError);
      await rmdir(folder);
    },
  );
});
