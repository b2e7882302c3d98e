import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganxun-lint-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(content: string, ...options: string[]) {
  const file = join(folder, 'questionnaire.json');
  writeFileSync(file, content);
  return run(file, ...options);
}

function run(...args: string[]) {
  const env = { ...process.env, GANXUN_DATA: join(folder, 'data') };
  const result = spawnSync(process.execPath, [COMMAND, 'questionnaire', 'lint', ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

const two = {
  title: '问卷',
  items: [
    {
      id: 'a',
      type: 'single',
      text: '课程内容和教师水平如何？',
      options: ['很好', '较好', '一般', '较差', '很差'],
    },
    { id: 'b', type: 'scale-pair', text: '请就下列内容评分', options: [...'甲乙丙丁戊己庚辛'] },
  ],
};

describe('questionnaire lint', () => {
  it('prints findings as JSON in the documented shape, and is done', () => {
    const { code, out } = lint(JSON.stringify(two), '--json');
    expect(code).toBe(0);
    const { findings } = JSON.parse(out);
    expect(findings).toMatchObject([
      { item: 'a', rule: '一题两问' },
      { item: 'b', rule: '矩阵超过七行' },
    ]);
    expect(Object.keys(findings[0])).toEqual(['item', 'rule', 'message', 'mend']);
  });

  it('tells nothing of a lone good item', () => {
    const item = {
      id: 'a',
      type: 'single',
      text: '您的年龄段是？',
      options: ['30岁及以下', '31—40岁', '41—50岁', '51岁及以上'],
    };
    const { code, out } = lint(JSON.stringify({ title: '问卷', items: [item] }), '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { findings: [] }]);
  });

  it('prints plain words', () => {
    const { code, out } = lint(JSON.stringify(two));
    expect(code).toBe(0);
    expect(out).toContain('共 2 道题');
    expect(out).toContain('第 1 项“课程内容和教师水平如何？”　一题两问');
    expect(out).toContain('修改：拆成两道题');
  });

  it.each(['{"title": ', '[]', '{"title": "问卷"}', '{"items": [1]}'])(
    'says what is wrong with the file %s',
    (content) => {
      const { code, out, err } = lint(content, '--json');
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/检查不了.*。/u);
      expect(err).not.toMatch(/Error|at /u);
    },
  );

  it('says that there is no such file, and how it is called', () => {
    expect(run(join(folder, 'none.json'))).toMatchObject({ code: 1 });
    const { code, err } = run();
    expect(code).toBe(2);
    expect(err).toContain('请写明一个问卷文件');
  });
});
