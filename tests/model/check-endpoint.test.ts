import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkEndpoint } from '../../src/model/check-endpoint.ts';
import {
  type ModelDouble,
  type ModelRequest,
  type Reply,
  startModelDouble,
} from '../support/model-double/start-model-double.ts';
import { configFor } from './test-endpoint.ts';

const PROMPTS = fileURLToPath(new URL('../../prompts', import.meta.url));
const JSON_TEXT = '{"sum": 42, "words": "一二三四五六七八九十"}';

async function started(): Promise<ModelDouble> {
  const double = await startModelDouble();
  onTestFinished(() => double.close());
  return double;
}

/** An endpoint on which everything works. */
function healthy({ path, body }: ModelRequest): Reply {
  if (path === 'embeddings') return { kind: 'vectors' };
  if (body.tools === undefined) return { kind: 'text', text: JSON_TEXT };
  return { kind: 'tools', calls: [{ name: 'report_number', input: { number: 42 } }] };
}

async function check(
  double: ModelDouble,
  answer: (request: ModelRequest) => Reply = healthy,
  env: Record<string, string | undefined> = {},
) {
  double.answer(answer);
  const care = { firstByteMs: 300, silenceMs: 300 };
  const findings = await checkEndpoint(configFor(double, env), PROMPTS, care);
  return findings.map(({ name, ok, line }) => `${ok ? '正常' : '异常'} ${name}：${line}`);
}

describe('an endpoint that works', () => {
  it('is found to, on every count', async () => {
    const double = await started();
    expect(await check(double)).toEqual([
      `正常 连接：已连上 ${new URL(double.url).host}`,
      '正常 对话：double-chat 可用',
      '正常 结构化输出：支持 json_schema',
      '正常 逐步送达：支持，分 4 段送达',
      '正常 工具调用：支持',
      '正常 向量：double-embedding 可用，16 维',
    ]);
    expect(double.requests.map(({ refusal }) => refusal)).toEqual(Array(6).fill(null));
  });

  it('is asked for no more than what is set up', async () => {
    const double = await started();
    const lines = await check(double, healthy, { GANXUN_CHAT_MODEL: '' });
    expect(lines.map((line) => line.split('：')[0])).toEqual(['正常 连接', '正常 向量']);
  });

  it.each([
    [['json_object'], '不支持 json_schema，改用 json_object'],
    [[], '不支持 json_schema 和 json_object，改用文字说明格式'],
  ])('may take of the exact formats only %j', async (taken, line) => {
    const double = await started();
    const lines = await check(double, (request) => {
      const format = request.body.response_format as { type: string } | undefined;
      const isTaken = format === undefined || (taken as string[]).includes(format.type);
      return isTaken ? healthy(request) : { kind: 'error', status: 400 };
    });
    expect(lines[2]).toBe(`正常 结构化输出：${line}`);
  });

  it('may give its answers in one piece', async () => {
    const whole = { kind: 'text', text: [JSON_TEXT] } as const;
    const lines = await check(await started(), (request) =>
      request.body.stream === true ? whole : healthy(request),
    );
    expect(lines[3]).toBe('正常 逐步送达：不支持，整段送达，不影响使用');
  });
});

describe('what is wrong is told with what to do', () => {
  it('of a server that is not there', async () => {
    const double = await started();
    await double.close();
    expect(await check(double)).toEqual([
      `异常 连接：连不上 ${new URL(double.url).host}，请检查网络和 OPENAI_BASE_URL 设置。`,
    ]);
  });

  it('of a key', async () => {
    const lines = await check(await started(), healthy, { OPENAI_API_KEY: 'sk-other' });
    expect(lines).toEqual(['异常 连接：密钥不对，请检查 OPENAI_API_KEY。']);
  });

  it('of the names of models', async () => {
    const lines = await check(await started(), healthy, {
      GANXUN_CHAT_MODEL: 'gpt',
      GANXUN_EMBEDDING_MODEL: 'bge',
    });
    const named =
      '与接口提供的模型名称（有 double-chat、double-embedding），并核对 OPENAI_BASE_URL。';
    expect(lines.slice(1)).toEqual([
      `异常 对话：没有这个模型，请核对 GANXUN_CHAT_MODEL ${named}`,
      `异常 向量：没有这个模型，请核对 GANXUN_EMBEDDING_MODEL ${named}`,
    ]);
  });

  it.each([
    [{ kind: 'hang' }, /没有按时答复/u],
    [{ kind: 'error', status: 429 }, /限制了调用次数/u],
    [{ kind: 'error', status: 500 }, /接口自身出错/u],
    [{ kind: 'error', status: 402 }, /查看账户余额/u],
    [{ kind: 'text', text: '' }, /模型没有说话/u],
    [{ kind: 'body', contentType: 'text/html', body: '<html></html>' }, /格式不对/u],
  ] as const)('of chats: %j', async (reply, line) => {
    const double = await started();
    const lines = await check(double, (request) =>
      request.path === 'embeddings' ? healthy(request) : reply,
    );
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(line);
    // One try of the chat, after the list of models and before the embedding.
    expect(double.requests).toHaveLength(3);
  });

  it('of tools that are not called, and of answers in another shape', async () => {
    const lines = await check(await started(), (request) =>
      request.path === 'embeddings' ? healthy(request) : { kind: 'text', text: '四十二' },
    );
    expect(lines[2]).toMatch(/^异常 结构化输出：.*换用其他模型/u);
    expect(lines[4]).toBe('异常 工具调用：模型没有调用工具，请换用支持工具调用的模型。');
  });
});
