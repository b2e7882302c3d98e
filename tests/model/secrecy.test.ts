import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createModelEndpoint } from '../../src/model/create-endpoint.ts';
import type { ModelFailure } from '../../src/model/model.ts';
import { type Reply, startModelDouble } from '../support/model-double/start-model-double.ts';
import { configFor, drain, SWIFT, testEndpoint, testLimits } from './test-endpoint.ts';

const KEY = 'sk-geheim-0815';
const PROMPT = {
  task: 'answer',
  system: '绝密的系统提示',
  user: '绝密的提问',
  output: z.object({ text: z.string() }),
};

/** What an endpoint may say of itself, with all that must go no further. */
const TOLD = `绝密的答复 ${KEY} 绝密的提问`;
const FAULTS: readonly Reply[] = [
  ...[400, 401, 404, 429, 500].map((status) => ({ kind: 'error', status, message: TOLD }) as const),
  { kind: 'text', text: TOLD },
  { kind: 'text', text: TOLD, breaks: 'truncate' },
  { kind: 'text', text: TOLD, breaks: 'disconnect' },
  { kind: 'body', contentType: 'text/event-stream', body: `data: ${TOLD}\n\n` },
  {
    kind: 'body',
    contentType: 'text/event-stream',
    body: `data: {"error": {"message": "${TOLD}"}}\n\n`,
  },
  { kind: 'hang' },
];

it('neither errors nor the log hold the key, what was asked, or what was answered', async () => {
  const double = await startModelDouble({ key: KEY });
  const lines: string[] = [];
  const write = (...logged: unknown[]) => lines.push(inspect(logged, { depth: 9 }));
  const endpoint = createModelEndpoint(configFor(double), {
    log: { info: write, warn: write },
    care: { ...SWIFT, firstByteMs: 50, failuresToRest: 2, restMs: 1 },
  });
  const failures: ModelFailure[] = [];
  const note = (error: ModelFailure) => failures.push(error);
  for (const fault of FAULTS) {
    double.answer(() => fault);
    await endpoint.chat?.complete(PROMPT, testLimits()).catch(note);
    const agent = await endpoint.chat?.forAgent(testLimits());
    if (fault.kind !== 'text') await agent?.invoke(PROMPT.user).catch(note);
    await endpoint.embedding?.embedQuery(PROMPT.user).catch(note);
  }
  await double.close();
  expect(failures.length).toBeGreaterThan(2 * FAULTS.length);
  expect(new Set(failures.map(({ name }) => name))).toEqual(new Set(['ModelFailure']));
  expect(lines.length).toBeGreaterThan(0);
  // With stacks, causes and hidden fields.
  const told = failures.map((failure) => inspect(failure, { depth: 9, showHidden: true }));
  expect(`${told.join('\n')}${lines.join('\n')}`).not.toMatch(/绝密|geheim|0815/u);
});

it('what goes along with a request is the key and nothing of the environment', async () => {
  const { double, chat } = await testEndpoint();
  double.answer(() => ({ kind: 'text', text: '{"text": "好"}' }));
  await drain(chat.stream(PROMPT, testLimits()));
  const { headers = {} } = double.requests[0] ?? {};
  expect(headers.authorization).toBe('Bearer sk-double');
  const names = Object.keys(headers).filter((name) => !/^(?:accept|sec-fetch)/u.test(name));
  expect(names.sort()).toEqual([
    ...['authorization', 'connection', 'content-length', 'content-type', 'host', 'user-agent'],
  ]);
  expect(headers['user-agent']).toBe('node');
});

it('an endpoint without a key is shown none', async () => {
  const double = await startModelDouble({ key: null });
  const log = { info: () => {}, warn: () => {} };
  const endpoint = createModelEndpoint(configFor(double), { log });
  double.answer(() => ({ kind: 'text', text: '{"text": "好"}' }));
  await endpoint.chat?.complete(PROMPT, testLimits());
  double.answer(() => ({ kind: 'vectors' }));
  await endpoint.embedding?.embedQuery('学时');
  await double.close();
  expect(double.requests.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    undefined,
  ]);
});
