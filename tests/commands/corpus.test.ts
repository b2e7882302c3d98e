import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { corpus } from '../../src/commands/corpus.ts';
import { UsageError, UserFacingError } from '../../src/errors.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { makeFolder } from '../support/small-index.ts';
import { testConfig } from '../support/test-config.ts';

const RULES = [
  '某市干部教育培训经费管理办法',
  '第一条 培训经费列入年度财政预算。',
  '第二条 培训班次标准为每人每天不超过四百元。',
].join('\n');

/** The commands over a house of its own, as one process after another would run them. */
async function makeHouse() {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  const config = testConfig(SHIPPED_CORPUS, path, { GANXUN_CORPUS: '' });
  const run = async (...args: readonly string[]) => {
    const app = createApp({ ...config, corpusFolder: SHIPPED_CORPUS });
    const [lines, notes] = [[] as string[], [] as string[]];
    const output = {
      line: (text: string) => void lines.push(text),
      note: (text: string) => void notes.push(text),
      progress: () => {},
    };
    const context = { app, output, input: Readable.from([]) } as never;
    const code = await corpus(args, context)
      .catch((error: Error) => {
        if (!(error instanceof UserFacingError)) throw error;
        notes.push(error.message);
        return error instanceof UsageError ? 2 : 1;
      })
      .finally(app.close);
    return { code, out: lines.join('\n'), err: notes.join('\n') };
  };
  const json = async (...args: readonly string[]) => JSON.parse((await run(...args, '--json')).out);
  const file = async (name: string, content: string) => {
    await writeFile(join(path, name), content);
    return join(path, name);
  };
  return { path, run, json, file };
}

describe('materials on the command line', () => {
  it('go the way from draft to retirement, signed, and answers follow', {
    timeout: 60_000,
  }, async () => {
    const { run, json, file } = await makeHouse();
    const path = await file('办法.txt', RULES);
    const added = await json(
      'add',
      path,
      '--id',
      'fees',
      '--issuer',
      '某市财政局',
      '--edition',
      '第1版',
    );
    expect(added.material).toMatchObject({
      id: 'fees',
      version: 1,
      status: 'draft',
      standing: 'draft',
    });
    expect(added.reading).toMatchObject({ doubts: [], leftOut: [], pages: 0 });
    expect((await json('submit', 'fees', '--by', '张三')).material.standing).toBe('submitted');
    expect(await run('approve', 'fees')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--by'),
    });
    expect(await run('approve', 'fees', '--by', '张三')).toMatchObject({
      code: 1,
      err: expect.stringContaining('须由另一人批准'),
    });
    expect((await json('approve', 'fees', '--by', '李四')).material).toMatchObject({
      standing: 'in-force',
      approver: '李四',
    });
    expect((await run('text', 'fees')).out).toContain('四百元');

    const changed = await file('办法.txt', RULES.replace('四百', '五百'));
    await run('add', changed, '--replaces', 'fees', '--edition', '第2版', '--by', '张三');
    const difference = await json('diff', 'fees');
    expect(difference).toMatchObject({ before: 1, after: 2, counts: { changed: 1, same: 2 } });
    expect((await run('diff', 'fees')).out).toMatch(
      /［修改］第二条\n {2}原：.*四百元.*\n {2}新：.*五百元/u,
    );
    await run('submit', 'fees', '--by', '张三');
    await run('approve', 'fees', '--by', '李四');
    expect((await run('text', 'fees')).out).toContain('五百元');

    expect(await run('retire', 'fees')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--reason'),
    });
    expect((await json('retire', 'fees', '--reason', '另有规定')).material.standing).toBe(
      'retired',
    );
    expect((await run('text', 'fees')).code).toBe(2);
    const versions = await json('list', '--all');
    expect(
      versions.flatMap(({ id, standing }: { id: string; standing: string }) =>
        id === 'fees' ? [standing] : [],
      ),
    ).toEqual(['retired', 'superseded']);
    expect((await run('show', 'fees@1')).out).toMatch(
      /上传.*\n.*提交审核 {2}张三.*\n.*批准 {2}李四/u,
    );
  });

  it('tell what is wrong and leave all as it was', { timeout: 60_000 }, async () => {
    const { run, file } = await makeHouse();
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('用法') });
    expect(await run('add', 'nowhere.txt')).toMatchObject({
      code: 1,
      err: expect.stringContaining('读不到文件'),
    });
    expect(await run('show', 'nothing')).toMatchObject({
      code: 1,
      err: expect.stringContaining('plan-2023-2027'),
    });
    expect(await run('show', 'seminar-guide@9')).toMatchObject({
      code: 1,
      err: expect.stringContaining('现有版本：1'),
    });
    expect(await run('diff', 'seminar-guide')).toMatchObject({
      code: 1,
      err: expect.stringContaining('无从比较'),
    });
    const path = await file('a.txt', RULES);
    expect(await run('add', path, '--kind', '其他')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--kind'),
    });
    const secret = await file('b.txt', `机密★10年\n${RULES}`);
    expect(await run('add', secret)).toMatchObject({
      code: 1,
      err: expect.stringContaining('涉密'),
    });
    expect((await run('list', '--all')).out.split('\n')).toHaveLength(4);
  });
});

describe('the set as one archive', { timeout: 60_000 }, () => {
  it('comes to another house as it is, and puts what was there aside', async () => {
    const [one, other] = [await makeHouse(), await makeHouse()];
    const path = await one.file('办法.txt', RULES);
    await one.run(
      'add',
      path,
      '--id',
      'fees',
      '--issuer',
      '某局',
      '--edition',
      '第1版',
      '--by',
      '张三',
    );
    await one.run('submit', 'fees', '--by', '张三');
    await one.run('approve', 'fees', '--by', '李四');
    const zip = join(one.path, 'set.zip');
    expect(await one.json('export', zip)).toMatchObject({ versions: 5 });
    expect(await one.run('export', zip)).toMatchObject({
      code: 1,
      err: expect.stringContaining('已经存在'),
    });

    const theirs = await other.file('别的.txt', RULES.replace('四百', '三百'));
    await other.run('add', theirs, '--id', 'fees', '--issuer', '另局', '--edition', '第1版');
    expect(await other.run('import', zip)).toMatchObject({
      code: 1,
      err: expect.stringContaining('--yes'),
    });
    expect((await other.run('list', '--all')).out).toContain('另局');
    expect(await other.json('import', zip, '--yes')).toEqual({ versions: 5, files: 6 });
    expect(await other.json('list', '--all')).toEqual(
      (await one.json('list', '--all')).map((entry: { id: string; file: string }) => ({
        ...entry,
        ...(entry.id === 'fees'
          ? { file: expect.stringMatching(/^fees-v1-[0-9a-f]{8}\.txt$/u) }
          : {}),
      })),
    );
    expect((await other.run('text', 'fees')).out).toContain('四百元');
    expect(await other.run('check')).toMatchObject({ code: 0 });
    expect(await readFile(join(other.path, 'corpus', 'fees-v1.txt')).catch(() => null)).toBeNull();
  });

  it('is refused where a byte of what it holds differs', async () => {
    const { run, path } = await makeHouse();
    const zip = join(path, 'set.zip');
    await run('export', zip);
    const bytes = await readFile(zip);
    await rm(zip);
    for (const at of [200, Math.floor(bytes.length / 2)]) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0xff;
      await writeFile(join(path, 'altered.zip'), altered);
      expect(await run('import', join(path, 'altered.zip'), '--yes')).toMatchObject({
        code: 1,
        err: expect.stringContaining('没有导入'),
      });
    }
    expect((await run('list', '--all')).out.split('\n')).toHaveLength(4);
  });
});
