import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createAgent, tool } from 'langchain';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { ChatModel } from '../../src/model/model.ts';
import type { ModelRequest, Reply } from '../support/model-double/start-model-double.ts';
import { failureKind, type TestLimits, testEndpoint, testLimits } from './test-endpoint.ts';

const lookUp = tool(async ({ words }) => `关于${words}：要列入预算。`, {
  name: 'look_up',
  description: '在材料中查找。',
  schema: z.object({ words: z.string().describe('查找的词') }),
});
const CALL: Reply = { kind: 'tools', calls: [{ name: 'look_up', input: { words: '经费' } }] };

async function agentOf(chat: ChatModel, limits: TestLimits) {
  const model = await chat.forAgent(limits);
  return createAgent({ model, tools: [lookUp], systemPrompt: '先查找，再作答。' });
}

const asked = { messages: [{ role: 'user' as const, content: '经费怎么列？' }] };

/** Looks up first, then answers with what was found. */
function looksUp({ body }: ModelRequest): Reply {
  const last = (body.messages as { role: string; content: string }[]).at(-1);
  return last?.role === 'tool' ? { kind: 'text', text: `查到${last.content}` } : CALL;
}

describe('an agent', () => {
  it('calls tools and answers, spending as reported', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(
      (request) => ({ ...looksUp(request), usage: { input: 300, output: 20 } }) as Reply,
    );
    const limits = testLimits();
    const { messages } = await (await agentOf(chat, limits)).invoke(asked);
    expect(messages.at(-1)?.text).toBe('查到关于经费：要列入预算。');
    expect(double.requests.map(({ refusal }) => refusal)).toEqual([null, null]);
    expect(double.requests[0]?.body.tools).toMatchObject([
      { function: { name: 'look_up', parameters: { required: ['words'] } } },
    ]);
    expect(limits.spent()).toBe(640);
  });

  it('spends as estimated where nothing is reported', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ kind: 'text', text: '好的。', usage: null }));
    const limits = testLimits();
    await (await agentOf(chat, limits)).invoke(asked);
    // Eight characters of the system, six of the question, a line break, three of the answer.
    expect(limits.spent()).toBe(18);
  });

  it('streams, and is counted without asking anybody else', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(looksUp);
    const origins = new Set<string>();
    const note = (message: unknown) =>
      origins.add(String((message as { request: { origin: unknown } }).request.origin));
    subscribe('undici:request:create', note);
    onTestFinished(() => void unsubscribe('undici:request:create', note));
    const limits = testLimits();
    const agent = await agentOf(chat, limits);
    const texts: string[] = [];
    for await (const [message] of await agent.stream(asked, { streamMode: 'messages' })) {
      if (message.getType() === 'ai') texts.push(message.text);
    }
    expect(texts.filter((text) => text !== '')).toEqual(['查到关于经费：要列入', '预算。']);
    expect(double.requests.map(({ body }) => body.stream)).toEqual([true, true]);
    expect(limits.spent()).toBeGreaterThan(0);
    expect([...origins]).toEqual([new URL(double.url).origin]);
  });

  it.each([
    ['unauthorized', { kind: 'error', status: 401 }],
    ['timeout', { kind: 'hang' }],
    ['malformed', { kind: 'body', contentType: 'application/json', body: '{"choices": []}' }],
    ['malformed', { kind: 'body', contentType: 'text/html', body: '<html></html>' }],
  ] as const)('fails of %s like any call', async (kind, reply) => {
    const { double, chat } = await testEndpoint({ firstByteMs: 100 });
    double.answer(() => reply);
    const agent = await agentOf(chat, testLimits());
    expect(await failureKind(agent.invoke(asked))).toBe(kind);
  });

  it('asks no more once its tokens are used up', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(
      (request) => ({ ...looksUp(request), usage: { input: 900, output: 200 } }) as Reply,
    );
    const agent = await agentOf(chat, testLimits(1000));
    expect(await failureKind(agent.invoke(asked))).toBe('over-budget');
    expect(double.requests).toHaveLength(1);
    expect(double.requests[0]?.body.max_tokens).toBe(1000);
  });

  it('is ended by the signal it was made with', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ kind: 'hang' }));
    const leaving = new AbortController();
    const agent = await agentOf(chat, testLimits(24_000, leaving.signal));
    const ended = failureKind(agent.invoke(asked));
    await expect.poll(double.openConnections).toBe(1);
    leaving.abort();
    expect(await ended).toBe('cancelled');
    await expect.poll(double.openConnections).toBe(0);
  });
});
