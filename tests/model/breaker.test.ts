import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FREE_TEXT } from '../../src/model/model.ts';
import { failureKind, testEndpoint, testLimits } from './test-endpoint.ts';

const PROMPT = { task: 'answer', system: '只依据材料。', user: '学时怎么算？', output: FREE_TEXT };
const WELL = { kind: 'text', text: '好的。' } as const;
const REST = 1000;

async function failing(care: { retries?: number; failuresToRest?: number } = {}) {
  const made = await testEndpoint({ retries: 0, failuresToRest: 3, restMs: REST, ...care });
  const ask = () => failureKind(made.chat.complete(PROMPT, testLimits()));
  return { ...made, ask };
}

const inARow = async (ask: () => Promise<string>, times: number) => {
  const kinds: string[] = [];
  for (let asked = 0; asked < times; asked++) kinds.push(await ask());
  return kinds;
};

describe('an endpoint that fails in a row', () => {
  it.each([
    ['server', { kind: 'error', status: 500 }],
    ['unreachable', { kind: 'disconnect' }],
  ] as const)('of %s is left alone, tried again once, and taken up', async (kind, fault) => {
    const { double, endpoint, ask, logged } = await failing();
    double.answer(() => fault);
    const before = Date.now();
    expect(await inARow(ask, 5)).toEqual([kind, kind, kind, 'resting', 'resting']);
    expect(double.requests).toHaveLength(3);
    const state = endpoint.state();
    if (state.kind !== 'resting') throw new Error('Expected the endpoint to rest');
    expect(state.since).toBeGreaterThanOrEqual(before);

    await pause(REST + 20);
    expect(await inARow(ask, 2)).toEqual([kind, 'resting']);
    expect(double.requests).toHaveLength(4);
    expect(endpoint.state()).toEqual(state);

    await pause(REST + 20);
    double.answer(() => WELL);
    expect(await inARow(ask, 2)).toEqual(['none', 'none']);
    expect(endpoint.state()).toEqual({ kind: 'working' });
    expect(logged()).toEqual([
      JSON.stringify([{ host: endpoint.host, kind }, 'The model endpoint fails and is left alone']),
      JSON.stringify([{ host: endpoint.host }, 'The model endpoint answers again']),
    ]);
  });

  it('of silence within answers is left alone too', async () => {
    const { double, chat } = await testEndpoint({ silenceMs: 30, failuresToRest: 2 });
    double.answer(() => ({ kind: 'text', text: '好', breaks: 'hang' }));
    const ask = () => failureKind(chat.complete(PROMPT, testLimits()));
    expect(await inARow(ask, 3)).toEqual(['timeout', 'timeout', 'resting']);
  });

  it('is tried by one call alone', async () => {
    const { double, ask } = await failing({ failuresToRest: 1 });
    double.answer(() => ({ kind: 'error', status: 500 }));
    expect(await ask()).toBe('server');
    await pause(REST + 20);
    let answer = () => {};
    double.answer(async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return WELL;
    });
    const tried = ask();
    await expect.poll(double.openConnections).toBe(1);
    expect(await inARow(ask, 2)).toEqual(['resting', 'resting']);
    answer();
    expect(await tried).toBe('none');
    expect(double.requests).toHaveLength(2);
  });

  it('is not taken up because somebody who tried has left', async () => {
    const { double, chat, endpoint, ask, logged } = await failing({ failuresToRest: 1 });
    double.answer(() => ({ kind: 'error', status: 500 }));
    await ask();
    await pause(REST + 20);
    double.answer(() => ({ kind: 'hang' }));
    const leaving = new AbortController();
    const tried = failureKind(chat.complete(PROMPT, testLimits(24_000, leaving.signal)));
    await expect.poll(double.openConnections).toBe(1);
    leaving.abort();
    expect(await tried).toBe('cancelled');
    expect(endpoint.state().kind).toBe('resting');
    expect(await ask()).toBe('resting');
    expect(logged()).toHaveLength(1);
  });
});

describe('an endpoint is not left alone', () => {
  it.each([400, 401, 404, 429])('since it says %i', async (status) => {
    const { double, endpoint, ask } = await failing();
    double.answer(() => ({ kind: 'error', status }));
    expect(await inARow(ask, 5)).not.toContain('resting');
    expect(endpoint.state()).toEqual({ kind: 'working' });
  });

  it('where an answer came in between', async () => {
    const { double, ask } = await failing();
    let asked = 0;
    double.answer(() => (++asked % 3 === 0 ? WELL : { kind: 'error', status: 500 }));
    expect(await inARow(ask, 9)).not.toContain('resting');
  });

  it('since calls have waited here until their time was nearly over', async () => {
    const care = { concurrency: 2, mostWaiting: 10, patienceMs: 1500, firstByteMs: 2400 };
    const { double, chat, endpoint } = await testEndpoint({ ...care, failuresToRest: 2 });
    double.answer(() => ({ kind: 'text', text: ['好', { pauseMs: 900 }, '的'] }));
    const ask = () => failureKind(chat.complete(PROMPT, testLimits()));
    const kinds = await Promise.all(Array.from({ length: 6 }, ask));
    expect(kinds).toEqual(['none', 'none', ...Array(4).fill('timeout')]);
    expect(double.requests).toHaveLength(4);
    expect(endpoint.state()).toEqual({ kind: 'working' });
  });

  it('since people leave', async () => {
    const { double, chat, endpoint } = await failing();
    double.answer(() => ({ kind: 'hang' }));
    for (let left = 0; left < 4; left++) {
      const leaving = new AbortController();
      const ended = failureKind(chat.complete(PROMPT, testLimits(24_000, leaving.signal)));
      await expect.poll(double.openConnections).toBe(1);
      leaving.abort();
      expect(await ended).toBe('cancelled');
      await expect.poll(double.openConnections).toBe(0);
    }
    expect(endpoint.state()).toEqual({ kind: 'working' });
  });
});
