import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { checkMaterials } from '../../src/commands/doctor-materials.ts';
import { makeCorpusFolder } from '../support/corpus-folder.ts';
import { makeFolder } from '../support/small-index.ts';
import { testConfig } from '../support/test-config.ts';

const TEXT = '学员管理规定\n第一条 学员请假须经批准。';
const DAY = new Date('2026-11-26T02:00:00Z');

/** What doctor finds in a house that has not changed its materials yet. */
async function examined(own: string, shipped: string, data: string) {
  const config = testConfig(own, data);
  const app = createApp({ ...config, corpusFolder: shipped }, { clock: { now: () => DAY } });
  const found = await checkMaterials({ app } as never);
  await app.close();
  return found;
}

describe('what doctor says of the materials', () => {
  it('counts them, and tells what ends and what comes by itself', async () => {
    const { path, remove } = await makeCorpusFolder({
      files: { 'a.txt': TEXT, 'b.txt': `${TEXT}b` },
      entries: [
        { file: 'a.txt', id: 'a', title: '旧规定', effective_to: '2026-12-10' },
        { file: 'b.txt', id: 'b', title: '新规定', effective_from: '2027-01-01' },
      ],
    });
    const data = await makeFolder();
    onTestFinished(async () => void (await Promise.all([remove(), data.remove()])));
    const { lines } = await examined(path, path, data.path);
    expect(lines).toEqual([
      '可用 1 份，未收录 1 份',
      '版本：已批准，尚未生效 1 个，现行 1 个',
      '《旧规定》将于 2026-12-10 之后失效；继续使用的，请上传新版本',
      '《新规定》版本1自 2027-01-01 起生效',
      expect.stringContaining('b：'),
    ]);
  });

  it('tells of what ships with a newer program, and of a folder that is closed', async () => {
    const shipped = await makeCorpusFolder({
      files: { 'a.txt': TEXT },
      entries: [{ file: 'a.txt' }],
    });
    const own = await makeCorpusFolder({ files: { 'a.txt': TEXT }, entries: [{ file: 'a.txt' }] });
    const data = await makeFolder();
    onTestFinished(async () => {
      await chmod(own.path, 0o700);
      await Promise.all([shipped.remove(), own.remove(), data.remove()]);
    });
    expect((await examined(own.path, shipped.path, data.path)).lines.join('\n')).not.toContain(
      '更新',
    );
    await shipped.publish({
      files: { 'a.txt': `${TEXT}第二条 本规定自发布之日起施行。` },
      entries: [{ file: 'a.txt' }],
    });
    await chmod(own.path, 0o500);
    const { ok, lines } = await examined(own.path, shipped.path, data.path);
    expect(ok).toBe(true);
    expect(lines.join('\n')).toContain(
      `有更新，需要的请运行 corpus add ${shipped.path}/a.txt --replaces a`,
    );
    // Whoever may write everywhere is never told.
    if (process.getuid?.() !== 0) expect(lines.join('\n')).toContain('不能写入');
  });

  it('names what somebody must mend', async () => {
    const { path, remove } = await makeCorpusFolder({
      files: { 'a.txt': TEXT },
      entries: [{ file: 'a.txt' }],
    });
    const data = await makeFolder();
    onTestFinished(async () => void (await Promise.all([remove(), data.remove()])));
    await writeFile(
      join(path, 'a.txt'),
      (await readFile(join(path, 'a.txt'), 'utf8')).replace('须', '不须'),
    );
    const { ok, lines } = await examined(path, path, data.path);
    expect([ok, lines.at(-1)]).toEqual([false, expect.stringContaining('sha256')]);
  });
});
