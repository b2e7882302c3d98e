import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rewriting } from '../seminar/drafting/rewriting-model.ts';
import type { ModelDouble, ModelRequest } from '../support/model-double/model-double.ts';
import { startModelDouble } from '../support/model-double/start-model-double.ts';
import { settingsFor } from '../support/model-house.ts';
import { answered, claim, passageWith, play, REFUSED } from '../support/model-script.ts';

/** The built command: `npm test` compiles before it tests. */
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let folder: string;
let double: ModelDouble;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganxun-model-'));
  double = await startModelDouble();
});
afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => play(double, { answer: REFUSED }));

/** Not synchronously: the double answers in this process. */
function run(args: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const settings = { ...settingsFor(double), GANXUN_EMBEDDING_MODEL: double.embeddingModel };
  const env = { ...process.env, GANXUN_DATA: join(folder, 'data'), ...settings, ...changes };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('corpus index with an embedding model', () => {
  it('tells passages, what the cache had, and tokens without a price', async () => {
    const first = await run(['corpus', 'index']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /向量索引已建成：段落 \d+ 个（其中沿用 0 个）.*用量 [1-9]\d* 个 token。/u,
    );
    const asked = double.requests.length;
    const second = await run(['corpus', 'index']);
    expect(second.out).toMatch(/段落 (\d+) 个（其中沿用 \1 个）.*用量 0 个 token。/u);
    expect(double.requests.length).toBe(asked);
  });

  it('has the chat model write questions that lead to passages, where that is set', async () => {
    play(double, { 'passage-questions': { questions: ['培训的钱从哪里出？', '老师怎么培养？'] } });
    const changes = { GANXUN_MODEL_QUESTIONS: 'on', GANXUN_DATA: join(folder, 'questions') };
    const { code, out } = await run(['corpus', 'index'], changes);
    expect(code).toBe(0);
    expect(out).toMatch(/机器写的检索用问题 [1-9]\d* 个/u);
    const asked = double.requests.length;
    await run(['corpus', 'index'], changes);
    expect(double.requests.length).toBe(asked);
  });

  it('leaves an index that can be used where the endpoint fails, and says what to do', async () => {
    double.answer(() => ({ kind: 'error', status: 401 }));
    const data = { GANXUN_DATA: join(folder, 'other') };
    const failed = await run(['corpus', 'index'], data);
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/向量索引没有建成.*doctor/u);
    expect((await run(['ask', '经费怎么管理？'], data)).code).toBe(0);
  });
});

describe('evaluate answers --with-model', () => {
  const questions = async () => {
    const path = join(folder, 'questions.jsonl');
    const one = (id: string, question: string, rest: object) =>
      JSON.stringify({
        id,
        kind: 'fact',
        question,
        section: '五（二）',
        must_contain: [],
        ...rest,
      });
    await writeFile(
      path,
      [
        one('A', '国家级培训机构一年培训多少骨干教师', {
          answerable: true,
          must_contain: ['2000名'],
        }),
        one('B', '培训班住宿费每人每天的报销上限是多少？', {
          answerable: false,
          refusal: 'not-in-corpus',
        }),
      ].join('\n'),
    );
    return path;
  };
  const draft = (request: ModelRequest) => {
    const sentence = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';
    try {
      return answered(
        claim('国家级机构每年培训2000名骨干教师。', [passageWith(request, '2000名'), sentence]),
        claim('骨干教师须完成550学时。', [passageWith(request, '2000名'), sentence]),
      );
    } catch {
      return REFUSED;
    }
  };

  it('puts both paths beside each other, with what the gates found and what it cost', async () => {
    play(double, { answer: draft });
    const { code, out } = await run([
      'evaluate',
      'answers',
      '--with-model',
      '--questions',
      await questions(),
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/合计\n\s+使用问答对.*\n\s+不使用问答对.*\n\s+使用模型/u);
    expect(out).toMatch(/核对发现：.*figure\/figure/u);
    expect(out).toMatch(/用量 [1-9]\d* 个 token/u);
  });

  it('gives the same as JSON', async () => {
    play(double, { answer: draft });
    const args = [
      'evaluate',
      'answers',
      '--with-model',
      '--json',
      '--questions',
      await questions(),
    ];
    const report = JSON.parse((await run(args)).out);
    expect(report.withModel.answers.all).toMatchObject({ questions: 2, phrases: 1, refusals: 1 });
    expect(report.withModel.courses).toMatchObject({ drafted: 1 });
    expect(report.withModel.findings['figure/figure']).toBeGreaterThan(0);
    expect(report.withFaq.all.questions).toBe(2);
  });

  it('says what to set where there is no model', async () => {
    const args = ['evaluate', 'answers', '--with-model', '--questions', await questions()];
    const { code, err } = await run(args, { GANXUN_CHAT_MODEL: '' });
    expect(code).toBe(2);
    expect(err).toContain('GANXUN_CHAT_MODEL');
  });
});

describe('ask --with-model', () => {
  const draft = (request: ModelRequest) =>
    answered(
      claim('国家级机构每年培训2000名骨干教师。', [
        passageWith(request, '2000名'),
        '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师',
      ]),
    );

  it('answers in claims whose quotes are slices of the text, or says why it does not', async () => {
    play(double, { answer: draft });
    const question = '国家级培训机构一年培训多少骨干教师';
    const answer = JSON.parse((await run(['ask', question, '--with-model', '--json'])).out);
    expect(answer).toMatchObject({ outcome: 'answered', course: 'drafted' });
    expect(answer.claims).toEqual([{ text: '国家级机构每年培训2000名骨干教师。', quotes: [0] }]);
    const [{ material, text, start, end }] = answer.quotes;
    const whole = (await run(['corpus', 'text', material])).out;
    expect(whole.slice(start, end)).toBe(text);
    const told = (await run(['ask', question, '--with-model'])).out;
    expect(told).toMatch(
      /^国家级机构每年培训2000名骨干教师。（引文1）\n引文1 .*2000名[\s\S]*以上各句由模型起草/u,
    );
    double.answer(() => ({ kind: 'error', status: 401 }));
    const failed = await run(['ask', question, '--with-model']);
    expect(failed.code).toBe(0);
    expect(failed.out).toMatch(/直接引用原文作答[\s\S]*2000名/u);
    expect(failed.out).not.toContain('由模型起草');
  });

  it('says once what is its own quote', async () => {
    const quote = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';
    play(double, {
      answer: (request: ModelRequest) =>
        answered(claim(quote, [passageWith(request, quote), quote])),
    });
    const { out } = await run(['ask', '国家级培训机构一年培训多少骨干教师', '--with-model']);
    expect(out.split(quote)).toHaveLength(2);
    expect(out).toContain('以上引文由模型选取');
  });

  it('says so where the time is over', async () => {
    double.answer(() => ({ kind: 'hang' }));
    const soon = { GANXUN_MODEL_TIMEOUT: '5', GANXUN_EMBEDDING_MODEL: '' };
    const { out } = await run(['ask', '国家级培训机构一年培训多少骨干教师', '--with-model'], soon);
    expect(out).toMatch(/模型没有在规定时间内完成答复[\s\S]*2000名/u);
  }, 30_000);
});

describe('seminar --with-model', () => {
  it('has the questions rewritten, and says how many passed', async () => {
    const text = '说起最近一次训前调研，哪一步让您觉得最不踏实，当时是怎样对付过去的？';
    play(double, { seminar: rewriting([{ ...REWRITTEN, text }]) });
    const args = ['seminar', '训前需求调研走过场', '--people', '40', '--with-model', '--json'];
    const { code, out, err } = await run(args);
    expect(code).toBe(0);
    expect(err).toMatch(/由模型润色1题/u);
    const { questions } = JSON.parse(out);
    expect(questions[0]).toMatchObject({ id: 'q1', text, followUps: REWRITTEN.followUps });
    expect(questions).toHaveLength(15);
  });

  it('keeps the kit as it was where nothing passes', async () => {
    play(double, { seminar: rewriting([{ ...REWRITTEN, text: '训前调研是否重要？' }]) });
    const { code, out, err } = await run([
      'seminar',
      '训前需求调研走过场',
      '--with-model',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(err).toContain('没有通过核对');
    expect(out).not.toContain('是否重要');
  });
});

/** Of the first question. */
const REWRITTEN = {
  id: 'q1',
  followUps: ['当时身边的人是怎么说的？', '事后有哪些地方补了回来？'],
  expected: '一件最不踏实的事和当时的做法',
};

describe('doctor', () => {
  it('tells an endpoint apart on every count, with what to do', async () => {
    const wrongKey = await run(['doctor'], { OPENAI_API_KEY: 'sk-wrong' });
    expect(wrongKey.code).toBe(1);
    expect(wrongKey.out).toMatch(/异常 {2}模型：/u);
    expect(wrongKey.out).toContain('OPENAI_API_KEY');
    expect(wrongKey.out + wrongKey.err).not.toContain('sk-wrong');
    const noModel = await run(['doctor'], { GANXUN_CHAT_MODEL: 'no-such-model' });
    expect(noModel.out).toMatch(/异常 {2}对话：.*GANXUN_CHAT_MODEL/u);
    expect(noModel.out).toMatch(/正常 {2}向量：.*16 维/u);
    const { origin } = new URL(double.url);
    const noVersion = await run(['doctor'], { OPENAI_BASE_URL: origin });
    expect(noVersion.out).toContain('地址一般以 /v1 结尾');
    const tooLong = await run(['doctor'], { OPENAI_BASE_URL: `${origin}/v1/chat/completions` });
    expect(tooLong.out).toContain('地址不要带 /chat/completions');
  });

  it('is content without a model', async () => {
    const { out } = await run(['doctor'], { GANXUN_CHAT_MODEL: '', GANXUN_EMBEDDING_MODEL: '' });
    expect(out).toContain('正常  模型：没有设置模型接口');
  });
});
