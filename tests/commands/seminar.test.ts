import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const TOPIC = '训前需求调研走过场';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganxun-seminar-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const env = { ...process.env, GANXUN_DATA: join(folder, 'data') };
  const result = spawnSync(process.execPath, [COMMAND, 'seminar', ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe('seminar', () => {
  it('prints the kit as JSON in the documented shape, and writes the sheets', () => {
    const out = join(folder, 'kit.docx');
    const { code, out: printed } = run(
      ...[TOPIC, '--audience', '各县干训干部班', '--people', '40', '--minutes', '180'],
      ...['--out', out, '--json'],
    );
    expect(code).toBe(0);
    const kit = JSON.parse(printed);
    expect(kit).toMatchObject({
      ...{ topic: TOPIC, audience: '各县干训干部班', people: 40, minutes: 180 },
      ...{ method: '三段式', grounding: 'full' },
    });
    expect(Object.keys(kit.basis[0])).toEqual([
      ...['material', 'title', 'place', 'text', 'start', 'end'],
    ]);
    expect(Object.keys(kit.questions[0])).toEqual([
      ...['id', 'stage', 'level', 'text', 'followUps', 'expected', 'basis'],
    ]);
    expect(Object.keys(kit.agenda[0])).toEqual(['step', 'minutes', 'tool', 'guide', 'output']);
    const minutes = kit.agenda.map((step: { minutes: number }) => step.minutes);
    expect(minutes.reduce((sum: number, one: number) => sum + one, 0)).toBe(180);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('reads a whole order from one line, and prints the kit as text', () => {
    const { code, out } = run(`${TOPIC}，各县干训干部班，66人，两个小时，世界咖啡`);
    expect(code).toBe(0);
    expect(out).toContain('66人');
    expect(out).toContain('120分钟');
    expect(out).toContain('世界咖啡');
  });

  it('writes slides and plain text by the ending of the name', () => {
    for (const [name, begins] of [
      ['slides.html', '<!'],
      ['kit.txt', '【'],
    ] as const) {
      const path = join(folder, name);
      expect(run(TOPIC, '--out', path).code).toBe(0);
      expect(readFileSync(path, 'utf8').startsWith(begins)).toBe(true);
    }
  });

  it('says what the plan does not hold, and makes the kit without policy claims', () => {
    const { code, out, err } = run('小区电梯加装', '--json');
    expect(code).toBe(0);
    expect(err).toContain('没有涉及这一主题');
    expect(JSON.parse(out)).toMatchObject({ grounding: 'none', basis: [] });
  });

  it.each([
    [[TOPIC, '--people', '3'], '3 人'],
    [[TOPIC, '--people', '3000'], '3000'],
    [[TOPIC, '--minutes', '10'], '10'],
    [[TOPIC, '--minutes', '3天'], '3 天'],
    [['', '--people', '40'], '主题'],
    [['学'.repeat(2000)], '主题'],
    [[`${TOPIC}，40人，50人`], '前后不一致'],
    [[TOPIC, '--method', '大合唱'], '方法'],
    [[TOPIC, '--date', '明天'], '2026-12-01'],
    [[TOPIC, '--date', '2026-13-45'], '日历上没有 2026-13-45 这一天'],
    [[TOPIC, '--date', '2026-02-29'], '日历上没有 2026-02-29 这一天'],
    [[TOPIC, '--sheets', '记录表'], '--sheets 只用于 Word 文件'],
    [[TOPIC, '--sheets', '记录表', '--out', 'kit.txt'], '--sheets 只用于 Word 文件'],
    // Told before a model is looked for, of which there is none here.
    [[TOPIC, '--out', 'kit', '--with-model'], '--out 的文件名以 .docx'],
    [[TOPIC, '--sheets', '花名册'], '花名册'],
    [[TOPIC, '--out', 'kit.pdf'], '.docx'],
  ])('refuses %j with what to do', (args, told) => {
    const { code, out, err } = run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(told);
    expect(err).not.toMatch(/\bat \S+:\d+/u);
    expect(['kit.pdf', 'kit.txt', 'kit'].filter(existsSync)).toEqual([]);
  });
});
