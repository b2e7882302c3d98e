import { LLMock } from '@copilotkit/aimock';
import { createAgent, tool } from 'langchain';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createModelEndpoint } from '../../src/model/create-endpoint.ts';
import { FREE_TEXT } from '../../src/model/model.ts';
import { configFor, drain, failureKind, SWIFT, testLimits } from './test-endpoint.ts';

// A server that others wrote, so that our own double does not only agree with ourselves.

const DRAFT = z.object({ text: z.string() });
const PROMPT = {
  task: 'answer',
  system: '只依据材料，输出 JSON。',
  user: '经费怎么列？',
  output: DRAFT,
};
const WORDS = { ...PROMPT, output: FREE_TEXT };
const log = { info: () => {}, warn: () => {} };

async function started() {
  const server = new LLMock({ port: 0, chunkSize: 8, logLevel: 'silent' });
  await server.start();
  onTestFinished(() => server.stop());
  const config = configFor({ url: `${server.url}/v1`, key: 'sk-any' });
  const { chat, embedding } = createModelEndpoint(config, { log, care: SWIFT });
  if (chat === null || embedding === null) throw new Error('Expected both models to be set');
  return { server, chat, embedding };
}

describe('a server written by others', () => {
  it('streams', async () => {
    const { server, chat } = await started();
    server.onMessage('经费', { content: '各级政府要将经费列入预算。' });
    const { chunks, kind } = await drain(chat.stream(WORDS, testLimits()));
    expect([chunks, kind]).toEqual([['各级政府要将经费', '列入预算。'], 'none']);
  });

  it('answers in a shape, and reports what it used', async () => {
    const { server, chat } = await started();
    const usage = { prompt_tokens: 90, completion_tokens: 12, total_tokens: 102 };
    server.onMessage('经费', { content: '```json\n{"text": "列入预算"}\n```', usage });
    const limits = testLimits();
    expect(await chat.complete(PROMPT, limits)).toEqual({ text: '列入预算' });
    expect(limits.spent()).toBe(102);
    expect(server.getLastRequest()?.body).toMatchObject({
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it('thinks apart from its answer', async () => {
    const { server, chat } = await started();
    server.onMessage('经费', { content: '列入预算', reasoning: '先找经费一节' });
    expect(await chat.complete(WORDS, testLimits())).toBe('列入预算');
  });

  it('has its tools called', async () => {
    const { server, chat } = await started();
    server.on(
      { userMessage: '经费', hasToolResult: false },
      { toolCalls: [{ name: 'look_up', arguments: '{"words":"经费"}' }] },
    );
    server.on({ userMessage: '经费', hasToolResult: true }, { content: '查到了。' });
    const asked: string[] = [];
    const lookUp = tool(
      async ({ words }) => {
        asked.push(words);
        return '要列入预算。';
      },
      { name: 'look_up', description: '查找。', schema: z.object({ words: z.string() }) },
    );
    const model = await chat.forAgent(testLimits());
    const agent = createAgent({ model, tools: [lookUp] });
    const { messages } = await agent.invoke({ messages: [{ role: 'user', content: '经费？' }] });
    expect(asked).toEqual(['经费']);
    expect(messages.at(-1)?.text).toBe('查到了。');
  });

  it('embeds', async () => {
    const { server, embedding } = await started();
    server.onEmbedding('经费', { embedding: [0.25, -0.5, 1] });
    expect(await embedding.embedDocuments(['经费', '经费管理'])).toEqual([
      [0.25, -0.5, 1],
      [0.25, -0.5, 1],
    ]);
    expect(embedding.tokensUsed()).toBeGreaterThan(0);
  });
});

describe('a server written by others fails', () => {
  it('of a flood once, with a wait, and answers then', async () => {
    const { server, chat } = await started();
    server.onMessage('经费', { content: '列入预算' });
    server.nextRequestError(429);
    expect(await chat.complete(WORDS, testLimits())).toBe('列入预算');
    expect(server.getRequests()).toHaveLength(2);
  });

  it('of itself', async () => {
    const { server, chat } = await started();
    server.onMessage('经费', { error: { message: '经费' }, status: 500 });
    expect(await failureKind(chat.complete(WORDS, testLimits()))).toBe('server');
    expect(server.getRequests()).toHaveLength(3);
  });

  it('of a connection that breaks in mid-stream', async () => {
    const { server, chat } = await started();
    // The first chunk holds the role alone; what comes along with the break may be lost.
    const how = { latency: 100, truncateAfterChunks: 3 };
    server.onMessage('经费', { content: '各级政府要将经费列入预算。' }, how);
    const { text, kind } = await drain(chat.stream(WORDS, testLimits()));
    expect(text).toMatch(/^各级政府要将经费/u);
    expect(kind).toBe('unreachable');
  });

  it.each([
    [{ malformedRate: 1 }, 'malformed'],
    [{ disconnectRate: 1 }, 'unreachable'],
    [{ rateLimitRate: 1 }, 'flood'],
  ])('of %j', async (chaos, kind) => {
    const { server, chat, embedding } = await started();
    server.onMessage('经费', { content: '列入预算' });
    server.onEmbedding('经费', { embedding: [1] });
    server.setChaos(chaos);
    expect(await failureKind(chat.complete(WORDS, testLimits()))).toBe(kind);
    expect(await failureKind(embedding.embedQuery('经费'))).toBe(kind);
  });
});
