import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../corpus', import.meta.url));

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganxun-cli-'));
  env = { ...process.env, GANXUN_DATA: join(folder, 'data') };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], overrides: NodeJS.ProcessEnv = {}, input = '') {
  const result = spawnSync(process.execPath, [COMMAND, ...args], {
    env: { ...env, ...overrides },
    encoding: 'utf8',
    input,
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** One line of Chinese, and no stack trace. */
function expectAdvice(text: string): void {
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(text).toMatch(/[\u4e00-\u9fff].*[。：]/u);
  expect(text).not.toMatch(/\bat \S+:\d+|node:internal/u);
}

describe('ask', () => {
  it('prints one line of JSON in the documented shape', () => {
    const { code, out } = run(['ask', '干部教育培训经费列入什么预算', '--json']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual([
      'question',
      'outcome',
      'answer',
      'quotes',
      'nearest',
      'related',
      'methods',
      'milliseconds',
    ]);
    expect(answer.outcome).toBe('answered');
    expect(Object.keys(answer.quotes[0])).toEqual([
      'material',
      'title',
      'place',
      'text',
      'start',
      'end',
    ]);
    const text = run(['corpus', 'text', answer.quotes[0].material]).out;
    const { start, end } = answer.quotes[0];
    expect(text.slice(start, end)).toBe(answer.quotes[0].text);
  });

  it('answers a batch in order, and refuses a line that holds no question in its place', () => {
    const file = join(folder, 'batch.jsonl');
    const lines = [
      { id: 'a', question: '领导干部要不要上讲台' },
      { id: 'b', question: '……' },
      { id: 3, question: '专栏1的具体内容' },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, out } = run(['ask', '--batch', file, '--json', '--without-faq']);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'answered'],
      ['b', 'out-of-scope'],
      [3, 'not-included'],
    ]);
    expect(answers[1].answer).toBe('没有看到文字，请用一句话写出想问的内容。');
  });

  it.each([
    ['nothing', []],
    ['an empty question', ['']],
    ['2,001 characters', ['培'.repeat(2001)]],
    ['punctuation alone', ['？？！']],
    ['control characters alone', ['\u0007\u200b']],
    ['an emoji alone', ['😀']],
  ])('says what to do about %s', (_, words) => {
    const { code, out, err } = run(['ask', ...words]);
    expect([code, out]).toEqual([2, '']);
    expectAdvice(err);
  });

  it('reads query operators as words', () => {
    const { code, out } = run(['ask', '经费 AND "预算" OR * NOT (党校)', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).outcome).toBe('answered');
  });
});

describe('search', () => {
  it('prints hits with place, score and reason', () => {
    const { code, out } = run(['search', '培训经费保障', '--limit', '3', '--json']);
    const hits = JSON.parse(out);
    expect(code).toBe(0);
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits[0]).toMatchObject({ material: 'plan-2023-2027', place: '五（四）' });
    expect(hits[0].why).toContain('经费');
    expect(hits[0].score).toBeGreaterThan(hits[1].score);
  });

  it.each(['0', '-1', '101', 'x'])('refuses --limit %s', (limit) => {
    const { code, err } = run(['search', '补训', `--limit=${limit}`]);
    expect(code).toBe(2);
    expectAdvice(err);
  });
});

describe('corpus and doctor', () => {
  it('list and check name what ships, and that it awaits confirmation', () => {
    expect(run(['corpus', 'list']).out).toContain('随软件附带，待本单位确认');
    const check = run(['corpus', 'check']);
    expect([check.code, check.out.trim().split('\n').length]).toEqual([0, 1]);
  });

  it('text prints what people read, without artefacts of conversion', () => {
    const { out } = run(['corpus', 'text', 'plan-2023-2027']);
    expect(out).not.toMatch(/IMG_262|_GoBack|^\s/mu);
    expectAdvice(run(['corpus', 'text', 'nothing']).err);
  });

  it('doctor reports settings, corpus and index', () => {
    const { code, out } = run(['doctor']);
    expect(code).toBe(0);
    for (const part of ['设置', '资料', '索引', '待本单位确认']) expect(out).toContain(part);
  });
});

describe('what can be wrong on the machine', () => {
  it('leaves an altered material out, names it, and never quotes it', () => {
    const corpus = join(folder, 'altered');
    cpSync(SHIPPED, corpus, { recursive: true });
    writeFileSync(join(corpus, 'plan-2023-2027.txt'), '干部教育培训经费由企业承担。\n');
    const settings = { GANXUN_CORPUS: corpus };
    const check = run(['corpus', 'check'], settings);
    expect(check.code).toBe(1);
    expect(check.out).toMatch(/plan-2023-2027：.*sha256/u);
    const answer = JSON.parse(run(['ask', '经费由谁承担', '--json'], settings).out);
    expect(answer.outcome).not.toBe('answered');
    expect(JSON.stringify(answer)).not.toContain('由企业承担');
    expect(run(['doctor'], settings).code).toBe(1);
  });

  it('names a missing field of the manifest', () => {
    const corpus = join(folder, 'faulty');
    cpSync(SHIPPED, corpus, { recursive: true });
    writeFileSync(join(corpus, 'manifest.yaml'), 'materials:\n  - id: plan-2023-2027\n');
    const { code, out } = run(['corpus', 'check'], { GANXUN_CORPUS: corpus });
    expect(code).toBe(1);
    expect(out).toMatch(/plan-2023-2027：.*缺少字段 title/u);
  });

  it('says what to do about a damaged index, and mends it when told to', () => {
    const data = join(folder, 'damaged');
    const settings = { GANXUN_DATA: data };
    expect(run(['corpus', 'index'], settings).code).toBe(0);
    const name = readdirSync(join(data, 'index')).find((entry) => /^[0-9a-f]{16}$/u.test(entry));
    truncateSync(join(data, 'index', name as string, 'passages.lexical'), 5000);
    const broken = run(['ask', '经费'], settings);
    expect(broken.code).toBe(1);
    expectAdvice(broken.err);
    expect(broken.err).toContain('corpus index');
    expect(run(['corpus', 'index'], settings).code).toBe(0);
    expect(run(['ask', '经费'], settings).code).toBe(0);
  });

  it.each([
    ['a data folder that cannot be', { GANXUN_DATA: '/dev/null/data' }],
    ['a corpus folder that is not there', { GANXUN_CORPUS: '/nonexistent' }],
    ['a zone that does not exist', { GANXUN_ZONE: 'Mars/Base' }],
  ])('says what to do about %s', (_, settings) => {
    const { code, err } = run(['ask', '经费'], settings);
    expect(code).toBe(1);
    expectAdvice(err);
  });

  it('ends quietly where nobody reads its output any more', () => {
    const pipe = `"${process.execPath}" "${COMMAND}" corpus text plan-2023-2027 | head -c 10`;
    const { stderr } = spawnSync('sh', ['-c', pipe], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
  });

  it('explains itself for an unknown command or option', () => {
    expect(run([]).code).toBe(2);
    expect(run(['frobnicate']).err).toContain('没有“frobnicate”这个命令');
    const option = run(['ask', '--frobnicate']);
    expect(option.code).toBe(2);
    expect(option.err).toContain('参数有误');
    expect(run(['toString']).code).toBe(2);
    expect(run(['help']).code).toBe(0);
  });
});

describe('chat', () => {
  it('greets once, answers, takes a number for a choice, and ends', () => {
    const typed = '领导干部要不要上讲台\n1\n９９\n？？\n退出\n';
    const { code, out } = run(['chat'], {}, typed);
    expect(code).toBe(0);
    expect(out.match(/您好，我是干训助手/gu)).toHaveLength(1);
    expect(out).toContain('大力推进领导干部上讲台');
    expect(out.match(/——《/gu)?.length).toBeGreaterThan(1);
    expect(out).toContain('没有第 99 个选项');
    expect(out).toContain('没有看到文字');
    expect(out.trimEnd()).toMatch(/再见。$/u);
  });
});

describe('feedback', () => {
  it('shows what was sent in the terminal, and never who sent it', () => {
    const env = { GANXUN_DATA: join(folder, 'feedback') };
    const suggestion = '/suggest 字太小\n';
    const talk = run(['chat'], env, `${suggestion}领导干部要不要上讲台\n退出\n`);
    const number = /(\d+)\. 没帮助/u.exec(talk.out)?.[1];
    run(['chat'], env, `领导干部要不要上讲台\n${number}\n退出\n`);
    const { out } = run(['feedback'], env);
    expect(out).toContain('没帮助 1 次');
    expect(out).toContain('领导干部要不要上讲台（已作答）');
    expect(out).toContain('字太小');
    expect(out).not.toContain('terminal');
    const report = JSON.parse(run(['feedback', '--json'], env).out);
    expect(report).toMatchObject({ notUseful: 1, suggestions: [{ text: '字太小' }] });
  });
});

describe('evaluate', () => {
  it('answers: reports with and without the FAQ, by kind', () => {
    const file = fileURLToPath(new URL('../eval/plan-questions.jsonl', import.meta.url));
    const { code, out } = run(['evaluate', 'answers', '--questions', file, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.withFaq.all.questions).toBe(200);
    expect(Object.keys(report.withoutFaq.kinds)).toContain('paraphrase');
  });

  it.each([
    ['no file named', ['evaluate', 'answers']],
    ['a file that is not there', ['evaluate', 'answers', '--questions', '/nonexistent']],
    ['nothing to evaluate', ['evaluate']],
  ])('says what to do about %s', (_, args) => {
    const { code, err } = run(args);
    expect(code).not.toBe(0);
    expectAdvice(err);
  });
});
