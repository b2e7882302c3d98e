import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { type ModelDouble, startModelDouble } from './start-model-double.ts';

let double: ModelDouble;
let client: OpenAI;

beforeEach(async () => {
  double = await startModelDouble();
  client = new OpenAI({ baseURL: double.url, apiKey: double.key, maxRetries: 0 });
});
afterEach(() => double.close());

const SAID = [{ role: 'user' as const, content: '请用 json 作答' }];

function post(path: string, body: JsonObject | string, key: string | null = double.key) {
  return fetch(`${double.url}/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function refusalOf(path: string, body: JsonObject | string, key?: string | null) {
  const response = await post(path, body, key);
  const { error } = (await response.json()) as { error: { message: string } };
  return `${response.status} ${error.message}`;
}

describe('answers', () => {
  it('with a word to the test once a piece has been written, and a memory only where it is wanted', async () => {
    const forgetful = await startModelDouble({ requests: 'forgets' });
    const order: string[] = [];
    const mark = (name: string) => ({ written: () => order.push(name) });
    forgetful.answer(() => ({ kind: 'text', text: ['好', mark('first'), '的', mark('second')] }));
    const { url: baseURL, key: apiKey, chatModel: model } = forgetful;
    const forgotten = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
    const stream = await forgotten.chat.completions.create({ model, messages: SAID, stream: true });
    for await (const { choices } of stream) {
      if (choices[0]?.delta.content) order.push(choices[0].delta.content);
    }
    expect(order.filter((one) => one.length > 1)).toEqual(['first', 'second']);
    expect(order.indexOf('first')).toBeLessThan(order.indexOf('好'));
    expect(forgetful.requests).toEqual([]);
    await forgetful.close();
  });

  it('a chat as a whole, with usage', async () => {
    double.answer(() => ({ kind: 'text', text: '好的。' }));
    const { chatModel: model } = double;
    const said = await client.chat.completions.create({ model, messages: SAID });
    expect(said.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { content: '好的。' },
    });
    expect(said.usage).toEqual({ prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 });
  });

  it('a chat as a stream, with usage where it is asked for', async () => {
    double.answer(() => ({ kind: 'text', text: '一二三四五六七八九十，好的。' }));
    const stream = await client.chat.completions.create({
      model: double.chatModel,
      messages: SAID,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const texts = chunks.map(({ choices }) => choices[0]?.delta.content ?? '');
    expect(texts.filter((text) => text !== '')).toEqual(['一二三四五六七八九十', '，好的。']);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)?.usage?.total_tokens).toBe(24);
  });

  it('with calls of tools, and takes what they gave', async () => {
    double.answer(({ body }) =>
      (body.messages as unknown[]).length > 1
        ? { kind: 'text', text: '查到了。' }
        : { kind: 'tools', calls: [{ name: 'look_up', input: { words: '学时' } }] },
    );
    const tools = [
      {
        type: 'function' as const,
        function: { name: 'look_up', parameters: { type: 'object', properties: {} } },
      },
    ];
    const request = { model: double.chatModel, messages: SAID, tools };
    const asked = (await client.chat.completions.create(request)).choices[0]?.message;
    const call = asked?.tool_calls?.[0];
    if (asked === undefined || call?.type !== 'function') throw new Error('Expected a call');
    expect(JSON.parse(call.function.arguments)).toEqual({ words: '学时' });
    const result = { role: 'tool' as const, tool_call_id: call.id, content: '无' };
    const messages = [...SAID, asked, result];
    const said = await client.chat.completions.create({ ...request, messages });
    expect(said.choices[0]?.message.content).toBe('查到了。');
  });

  it.each(['float', 'base64'] as const)('embeddings as %s', async (encoding_format) => {
    const vectors = [
      [0.5, -1],
      [0.25, 2],
    ];
    double.answer(() => ({ kind: 'vectors', vectors }));
    const model = double.embeddingModel;
    const asked = { model, input: ['甲', '乙'] };
    // The client decodes base64 where it chose it itself.
    const { data } = await client.embeddings.create(
      encoding_format === 'float' ? { ...asked, encoding_format } : asked,
    );
    expect(data.map(({ embedding }) => [...embedding])).toEqual(vectors);
    expect(double.requests[0]?.body.encoding_format).toBe(encoding_format);
  });

  it('the list of models', async () => {
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toEqual(['double-chat', 'double-embedding']);
  });
});

describe('refusals', () => {
  const chat = (fields: JsonObject) => ({ model: 'double-chat', messages: SAID, ...fields });
  const message = (role: string, fields: JsonObject = {}) => ({ role, content: 'x', ...fields });
  const calls = [{ id: 'call_1', type: 'function', function: { name: 'a', arguments: '{}' } }];
  const format = (schema: JsonObject) => ({
    response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
  });

  it.each([
    ['another model', chat({ model: 'gpt' }), /^404 .*'gpt' does not exist/u],
    ['no messages', { model: 'double-chat' }, /^400 Missing required parameter: 'messages'/u],
    ['an unknown role', chat({ messages: [message('boss')] }), /^400 .*messages\[0\]\.role/u],
    ['no content', chat({ messages: [{ role: 'user' }] }), /^400 Invalid value for 'content'/u],
    ['an unknown field', chat({ temprature: 1 }), /^400 Unknown parameter: 'temprature'/u],
    ['a null field', chat({ temperature: null }), /^400 refused by the test double/u],
    ['too hot', chat({ temperature: 3 }), /^400 Invalid 'temperature'/u],
    ['no room', chat({ max_tokens: 0 }), /^400 Invalid 'max_tokens'/u],
    ['usage without a stream', chat({ stream_options: {} }), /^400 .*'stream_options'/u],
    [
      'JSON unsaid',
      chat({ messages: [message('user')], response_format: { type: 'json_object' } }),
      /^400 'messages' must contain the word 'json'/u,
    ],
    [
      'an open object',
      chat(format({ type: 'object', properties: {}, required: [] })),
      /^400 .*'additionalProperties' is required/u,
    ],
    [
      'an optional key',
      chat(
        format({
          type: 'object',
          properties: { a: { type: 'string' } },
          required: [],
          additionalProperties: false,
        }),
      ),
      /^400 .*missing 'a'/u,
    ],
    [
      'a keyword that is not supported',
      chat(format({ type: 'object', additionalProperties: false, minLength: 1 })),
      /^400 .*'minLength' is not permitted/u,
    ],
    [
      'a tool result that nobody asked for',
      chat({ messages: [message('user'), message('tool', { tool_call_id: 'call_1' })] }),
      /^400 .*must be a response to a preceding message/u,
    ],
    [
      'a call without its result',
      chat({ messages: [message('assistant', { tool_calls: calls }), message('user')] }),
      /^400 .*did not have response messages: call_1/u,
    ],
  ])('%s', async (_, body, reason) => {
    double.answer(() => ({ kind: 'text', text: '好的。' }));
    expect(await refusalOf('chat/completions', body)).toMatch(reason);
    expect(double.requests[0]?.refusal).toEqual(expect.any(String));
  });

  it('an unknown path, a wrong key, none, and a body that is no JSON', async () => {
    expect(await refusalOf('completions', {})).toBe('404 Invalid URL (POST /v1/completions)');
    expect(await refusalOf('embeddings', {}, 'sk-wrong')).toMatch(/^401 .*Bearer sk-wrong/u);
    expect(await refusalOf('embeddings', {}, null)).toMatch(/^401 You didn't provide/u);
    expect(await refusalOf('embeddings', '{')).toMatch(/^400 We could not parse/u);
  });

  it('an empty text to embed', async () => {
    const body = { model: 'double-embedding', input: ['甲', ''] };
    expect(await refusalOf('embeddings', body)).toMatch(/^400 .*cannot be an empty string/u);
  });

  it('a chat before it was told what to answer', async () => {
    expect(await refusalOf('chat/completions', chat({}))).toMatch(/not told what to answer/u);
  });
});

describe('faults', () => {
  const chat = () =>
    post('chat/completions', { model: 'double-chat', messages: SAID, stream: true });

  it('a scripted status with its headers', async () => {
    double.answer(() => ({ kind: 'error', status: 429, headers: { 'retry-after': '7' } }));
    const response = await chat();
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('a stream that ends early, with all that came', async () => {
    double.answer(() => ({ kind: 'text', text: '没有说完', breaks: 'truncate' }));
    const text = await (await chat()).text();
    expect(text).toContain('没有说完');
    expect(text).not.toMatch(/\[DONE\]|"finish_reason":"/u);
  });

  it('a connection that breaks, before the first byte and in mid-stream', async () => {
    double.answer(() => ({ kind: 'disconnect' }));
    await expect(chat()).rejects.toThrow('fetch failed');
    double.answer(() => ({ kind: 'text', text: '没有说完', breaks: 'disconnect' }));
    await expect((await chat()).text()).rejects.toThrow('terminated');
  });

  it('silence, on a connection that counts as open until it is left', async () => {
    double.answer(() => ({ kind: 'text', text: '没有说完', breaks: 'hang' }));
    const response = await chat();
    expect(double.openConnections()).toBe(1);
    await response.body?.cancel();
    await expect.poll(double.openConnections).toBe(0);
  });

  it('a stream without an end, until it is left', async () => {
    double.answer(() => ({ kind: 'text', text: '又来了', breaks: 'endless' }));
    const reader = (await chat()).body?.getReader();
    let bytes = 0;
    while (bytes < 100_000) bytes += (await reader?.read())?.value?.length ?? 0;
    await reader?.cancel();
    await expect.poll(double.openConnections).toBe(0);
  });
});
