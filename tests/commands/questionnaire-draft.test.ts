import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftByCommand } from '../../src/commands/questionnaire-draft.ts';
import { readQuestionnaireFile } from '../../src/questionnaire/file/read-file.ts';
import { runCommand } from '../support/run-command.ts';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganxun-questionnaire-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function draft(...args: string[]) {
  const env = { ...process.env, GANXUN_DATA: join(folder, 'data') };
  const result = spawnSync(process.execPath, [COMMAND, 'questionnaire', 'draft', ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe('questionnaire draft', () => {
  it('prints a file that reads back, and writes the same', () => {
    const path = join(folder, 'q.json');
    const order = ['--audience', '乡镇干部', '--topic', '基层治理', '--topic', '公文写作'];
    const { code, out, err } = draft(...order, '--period', '2027年', '--json', '--out', path);
    expect(code).toBe(0);
    const read = readQuestionnaireFile(out);
    expect(read).toMatchObject({ ok: true, notes: [] });
    expect(readFileSync(path, 'utf8')).toBe(out);
    const file = JSON.parse(out);
    expect(file).toMatchObject({ kind: 'needs', audience: '乡镇干部' });
    expect(file.items.map(({ text }: { text: string }) => text)).toContain(
      '基层治理方面的政策规定',
    );
    expect(err).toContain('没有把“公文写作”列为培训内容');
  });

  it('reads a line, and prints words that people read', () => {
    const { code, out } = draft('给县处级干部做一份关于数字化能力的培训需求问卷，用于2027年计划');
    expect(code).toBe(0);
    expect(out).toContain('县处级干部2027年数字化能力培训需求调研问卷');
    expect(out).toContain('调研结果用于2027年计划');
    expect(out).toMatch(/依据：《全国干部教育培训规划（2023—2027年）》四（一）“/u);
  });

  it('evaluates a class', () => {
    const { code, out } = draft(
      ...['--kind', 'evaluation', '--audience', '2026年中青班', '--topic', '乡村振兴', '--json'],
    );
    expect(code).toBe(0);
    const pairs = JSON.parse(out).items.filter(
      ({ type }: { type: string }) => type === 'scale-pair',
    );
    expect(pairs).toMatchObject([{ text: '乡村振兴', pair: 'change' }]);
  });

  it('says what to do where it is called wrongly, and writes nothing', async () => {
    const path = join(folder, 'none.txt');
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [[], '请写明哪些人'],
      [['--audience', '年轻干部', '--kind', 'exam'], '--kind 写 needs'],
      [['--audience', '年轻干部', '--out', path], '以 .json 结尾'],
      [['--audience', '年轻干部', '--purpose', '选拔干部'], '只用于改进培训'],
    ];
    for (const [args, told] of wrong) {
      const { code, out, err } = await runCommand(draftByCommand, args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(told);
    }
    const { code, out, err } = draft('--audience', '年轻干部', '--nonsense');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('参数有误');
    expect(existsSync(path)).toBe(false);
  });
});
