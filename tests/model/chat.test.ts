import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FREE_TEXT } from '../../src/model/model.ts';
import { drain, failureKind, inTurn, testEndpoint, testLimits } from './test-endpoint.ts';

const DRAFT = z.object({
  verdict: z.enum(['settled', 'silent']),
  claims: z.array(z.object({ text: z.string().min(1), quote: z.string().optional() })).max(5),
});
const PROMPT = {
  task: 'answer',
  system: '只依据材料。',
  user: '学时怎么算？',
  output: DRAFT,
};
const WORDS = { ...PROMPT, output: FREE_TEXT };
const ANSWER = '{"verdict": "settled", "claims": [{"text": "要列入预算", "quote": "列入预算"}]}';
const text = (said: string) => ({ kind: 'text', text: said }) as const;

describe('an answer in the shape of a schema', () => {
  it('is asked for strictly, and checked', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => text(ANSWER));
    expect(await chat.complete(PROMPT, testLimits())).toEqual(JSON.parse(ANSWER));
    const [request] = double.requests;
    expect(request?.refusal).toBeNull();
    expect(request?.body).toMatchObject({
      model: 'double-chat',
      temperature: 0,
      messages: [
        { role: 'system', content: '只依据材料。' },
        { role: 'user', content: '学时怎么算？' },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true } },
    });
  });

  it('arrives as it is written', async () => {
    const { double, chat } = await testEndpoint();
    const pieces = [ANSWER.slice(0, 20), { pauseMs: 30 }, ANSWER.slice(20, 40), ANSWER.slice(40)];
    double.answer(() => ({ kind: 'text', text: pieces }));
    const { chunks, kind } = await drain(chat.stream(PROMPT, testLimits()));
    expect(chunks).toEqual([ANSWER.slice(0, 20), ANSWER.slice(20, 40), ANSWER.slice(40)]);
    expect(kind).toBe('none');
  });

  it.each([
    ['no JSON', '好的，答案如下'],
    ['JSON of another shape', '{"verdict": "perhaps", "claims": []}'],
    ['half of it', ANSWER.slice(0, 30)],
    ['nothing', ''],
    ['thoughts alone', '<think>嗯</think>'],
  ])('is malformed where it is %s', async (_, said) => {
    const { double, chat } = await testEndpoint();
    double.answer(() => text(said));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('malformed');
  });

  it.each([
    ['ends early', { breaks: 'truncate' }, 'malformed'],
    ['ran into its limit', { finish: 'length' }, 'malformed'],
    ['was filtered', { finish: 'content_filter' }, 'malformed'],
    ['breaks off', { breaks: 'disconnect' }, 'unreachable'],
  ] as const)('is given as far as it came where it %s', async (_, how, kind) => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ kind: 'text', text: '{"verdict": ', ...how }));
    const drained = await drain(chat.stream(PROMPT, testLimits()));
    expect(drained).toMatchObject({ text: '{"verdict": ', kind });
  });

  it('comes without thoughts and fences', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({
      ...text(`<think>先想{"a"}</think>\n\n\`\`\`json\n${ANSWER}\n\`\`\`\n`),
      reasoning: '另外想的',
    }));
    expect((await drain(chat.stream(PROMPT, testLimits()))).text).toBe(ANSWER);
  });

  it('may be words', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => text('<think>嗯</think>```好```'));
    expect(await chat.complete(WORDS, testLimits())).toBe('```好```');
    expect(double.requests[0]?.body).not.toHaveProperty('response_format');
  });

  it('is malformed where the stream holds something else than the protocol', async () => {
    const { double, chat } = await testEndpoint();
    for (const body of ['data: {broken\n\n', '<html>请登录</html>', '']) {
      double.answer(() => ({ kind: 'body', contentType: 'text/event-stream', body }));
      expect(await drain(chat.stream(PROMPT, testLimits()))).toEqual({
        chunks: [],
        text: '',
        kind: 'malformed',
      });
    }
  });

  it('fails of the endpoint where that tells an error within the stream', async () => {
    const { double, chat } = await testEndpoint();
    const body = 'data: {"error": {"message": "学时怎么算", "code": 500}}\n\n';
    double.answer(() => ({ kind: 'body', contentType: 'text/event-stream', body }));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('server');
  });
});

describe('the format', () => {
  /** An endpoint that takes some formats alone. */
  const takes =
    (...types: string[]) =>
    ({ body }: { body: Readonly<Record<string, unknown>> }) => {
      const { type } = (body.response_format ?? { type: 'none' }) as { type: string };
      return types.includes(type)
        ? text(ANSWER)
        : ({ kind: 'error', status: 400, message: 'This response_format is unavailable' } as const);
    };
  const formats = (requests: readonly { body: Readonly<Record<string, unknown>> }[]) =>
    requests.map(({ body }) => (body.response_format as { type: string } | undefined)?.type);

  const ASKS_FOR_JSON = { ...PROMPT, system: '只依据材料，输出 JSON。' };

  it('is json_object where json_schema is refused, from then on', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(takes('json_object'));
    await chat.complete(ASKS_FOR_JSON, testLimits());
    await chat.complete(ASKS_FOR_JSON, testLimits());
    expect(formats(double.requests)).toEqual(['json_schema', 'json_object', 'json_object']);
    const messages = double.requests[1]?.body.messages as { content: string }[] | undefined;
    expect(messages?.[0]?.content).toMatch(/^只依据材料，输出 JSON。\n\n\{.*"verdict"/su);
  });

  it('is left to words where both are refused', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(takes('none'));
    await chat.complete(PROMPT, testLimits());
    await chat.complete(PROMPT, testLimits());
    expect(formats(double.requests)).toEqual(['json_schema', 'json_object', undefined, undefined]);
  });

  it('is not held against an endpoint that refuses every request', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(takes());
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('refused');
    double.answer(takes('json_schema'));
    await chat.complete(PROMPT, testLimits());
    expect(formats(double.requests).at(-1)).toBe('json_schema');
  });

  it('is not asked for differently where the failure is another one', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(inTurn({ kind: 'error', status: 401 }));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('unauthorized');
    expect(double.requests).toHaveLength(1);
  });
});

describe('tokens', () => {
  it('are spent as reported', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ ...text(ANSWER), usage: { input: 700, output: 41 } }));
    const limits = testLimits();
    await chat.complete(PROMPT, limits);
    expect(limits.spent()).toBe(741);
  });

  it('are estimated where nothing is reported, thoughts included', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ ...text('好好好好'), reasoning: '想想想想想想', usage: null }));
    const limits = testLimits();
    await chat.complete(WORDS, limits);
    // Twelve characters go in, ten come back.
    expect(limits.spent()).toBe(22);
  });

  it('bound what is asked for', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => text('好'));
    await chat.complete(WORDS, testLimits(112));
    await chat.complete(WORDS, testLimits(24_000));
    expect(double.requests.map(({ body }) => body.max_tokens)).toEqual([100, 4000]);
  });

  it('are not asked for where none are left', async () => {
    const { double, chat } = await testEndpoint();
    expect(await failureKind(chat.complete(WORDS, testLimits(12)))).toBe('over-budget');
    expect(double.requests).toEqual([]);
  });

  it('that came before it broke off are spent, and those of a refusal are not', async () => {
    const { double, chat } = await testEndpoint();
    const limits = testLimits();
    double.answer(() => ({ kind: 'text', text: '好好', breaks: 'truncate' }));
    await failureKind(chat.complete(WORDS, limits));
    expect(limits.spent()).toBe(14);
    double.answer(() => ({ kind: 'error', status: 400 }));
    await failureKind(chat.complete(WORDS, limits));
    expect(limits.spent()).toBe(14);
  });

  it('are spent by whoever stops listening', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ kind: 'text', text: ['好', '的', '。'], breaks: 'endless' }));
    const limits = testLimits();
    for await (const chunk of chat.stream(WORDS, limits)) {
      expect(chunk).toBe('好');
      break;
    }
    expect(limits.spent()).toBe(13);
    await expect.poll(double.openConnections).toBe(0);
  });
});

describe('a reasoning model', () => {
  it.each(['o3-mini', 'gpt-5', 'deepseek-reasoner', 'Qwen3-235B-Thinking', 'deepseek-r1:8b'])(
    '%s is asked without a temperature, and has room to think',
    async (name) => {
      const { double, chat } = await testEndpoint({}, { GANXUN_CHAT_MODEL: name });
      expect(await failureKind(chat.complete(WORDS, testLimits()))).toBe('not-found');
      const body = double.requests[0]?.body;
      expect(body).not.toHaveProperty('temperature');
      expect(body?.max_completion_tokens ?? body?.max_tokens).toBe(16_000);
    },
  );
});
