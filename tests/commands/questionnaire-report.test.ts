import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportByCommand } from '../../src/commands/questionnaire-report.ts';
import { runCommand } from '../support/run-command.ts';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganxun-questionnaire-'));
  writeFileSync(
    join(folder, 'q.json'),
    JSON.stringify({
      title: '培训需求问卷',
      items: [
        { id: 'level', type: 'single', text: '您的层级是？', options: ['县处级', '乡科级'] },
        {
          id: 'where',
          type: 'single',
          text: '您希望在哪里学习？',
          options: ['党校', '高校', '网上'],
        },
        { id: 'A', type: 'scale-pair', text: '公文写作' },
        { id: 'B', type: 'scale-pair', text: '基层治理' },
        { id: 'days', type: 'number', text: '您希望学习几天？' },
      ],
    }),
  );
  // 12 rows. where: 党校 7, 高校 3, 网上 2. A: 4/4 each. B: 5 and 4 in turn, competence 2.
  const rows = Array.from({ length: 12 }, (_, at) =>
    [
      at < 6 ? '县处级' : '乡科级',
      at < 7 ? '党校' : at < 10 ? '高校' : '网上',
      ...['4', '4', at % 2 === 0 ? '5' : '4', '2'],
      at < 6 ? '3' : '5',
    ].join(','),
  );
  const header = 'level,where,A.importance,A.competence,B.importance,B.competence,days';
  writeFileSync(join(folder, 'r.csv'), `${[header, ...rows].join('\r\n')}\r\n`);
  writeFileSync(join(folder, 'few.csv'), [header, ...rows.slice(0, 4)].join('\n'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const env = { ...process.env, GANXUN_DATA: join(folder, 'data') };
  const command = [COMMAND, 'questionnaire', 'report', ...args];
  const result = spawnSync(process.execPath, command, { env, encoding: 'utf8', cwd: folder });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** The same without a process of its own. */
function runHere(...args: string[]) {
  const within = args.map((one) => (/^\.?\/?\w+\.\w+$/u.test(one) ? join(folder, one) : one));
  return runCommand(reportByCommand, within);
}

describe('questionnaire report', () => {
  it('prints figures as JSON with small numbers hidden', () => {
    const { code, out } = run('q.json', '--responses', 'r.csv', '--json');
    expect(code).toBe(0);
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({ n: 12, invited: null, rate: null, remarks: [] });
    const [level, where, a, b, days] = printed.items;
    expect(level).toMatchObject({ n: 12, distribution: { 县处级: 6, 乡科级: 6 } });
    expect(level).not.toHaveProperty('hidden');
    // 3 and 2 are five together: they stand for each other.
    expect(where).toMatchObject({
      distribution: { 党校: 7, 高校: null, 网上: null },
      hidden: ['高校', '网上'],
    });
    expect(a).toMatchObject({
      ...{ id: 'A', n: 12, mean: { importance: 4, competence: 4 }, mwds: 0, rank: 2 },
      distribution: { importance: { '1': 0, '4': 12 }, competence: { '4': 12 } },
    });
    // Mean importance 54 ÷ 12 = 4.5; gap 4.5 − 2 = 2.5; 2.5 × 4.5 = 11.25.
    expect(b).toMatchObject({ mwds: 11.25, rank: 1, quadrant: 'focus' });
    expect(days).toMatchObject({ n: 12, mean: 4, distribution: { '3及以下': 6, '4及以上': 6 } });
    expect(printed.suggestions[0]).toMatchObject({ item: 'B', audience: '全体调研对象' });
    expect(printed.notToTeach[0]).toMatchObject({ item: 'A' });
  });

  it.each([
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['html', '<!'],
    ['csv', '\ufeff'],
  ])('writes a report as .%s', async (ending, beginning) => {
    const path = join(folder, `out.${ending}`);
    const args = ['q.json', '--responses', 'r.csv', '--invited', '20', '--out', path];
    const { code, err } = ending === 'docx' ? run(...args) : await runHere(...args);
    expect(err).toContain('已写入');
    expect(code).toBe(0);
    expect(readFileSync(path, 'utf8').startsWith(beginning)).toBe(true);
  });

  it('prints nothing but the total of four', async () => {
    const { out } = await runHere('q.json', '--responses', 'few.csv', '--json');
    expect(JSON.parse(out)).toMatchObject({ n: 4, items: [], needs: [], crossTabs: [] });
  });

  it.each([
    ['no responses', ['q.json'], '用法', 2],
    ['a file that is not there', ['q.json', '--responses', 'no.csv'], '读不到文件', 1],
    ['another format', ['q.json', '--responses', 'r.csv', '--out', 'a.pdf'], '.docx', 2],
    [
      'fewer invited than answered',
      ['q.json', '--responses', 'r.csv', '--invited', '3'],
      '核对',
      2,
    ],
    ['its own input', ['q.json', '--responses', 'r.csv', '--out', './r.csv'], '会被覆盖', 2],
    ['no questionnaire', ['r.csv', '--responses', 'r.csv'], '问卷文件有问题', 1],
  ])('says what to do about %s', async (_, args, words, expected) => {
    const { code, err } = await runHere(...(args as string[]));
    expect(err).toContain(words);
    expect(code).toBe(expected);
  });

  it('ends with its exit code', () => {
    expect(run('q.json')).toMatchObject({ code: 2, err: expect.stringContaining('用法') });
    expect(run('q.json', '--responses', 'no.csv').code).toBe(1);
  });

  it('quotes nothing as the plan’s that the plan does not say', () => {
    const text = '每人每年脱产培训不少于 400 学时';
    const basis = { material: 'plan-2023-2027', title: '规划', place: '三', start: 0, text };
    const items = [{ id: 'B', type: 'scale-pair', text: '基层治理', basis }];
    writeFileSync(join(folder, 'forged.json'), JSON.stringify({ title: '问卷', items }));
    const { out, err, code } = run('forged.json', '--responses', 'r.csv', '--json');
    expect(code).toBe(0);
    expect(err).toContain('B：标注的依据与已审定的原文不一致');
    expect(out).not.toContain('400 学时');
    expect(JSON.parse(out).suggestions).toMatchObject([{ item: 'B', basis: null }]);
  });
});
