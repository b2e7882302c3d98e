import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { FREE_TEXT } from '../../src/model/model.ts';
import { drain, failureKind, inTurn, testEndpoint, testLimits } from './test-endpoint.ts';

const PROMPT = { task: 'answer', system: '只依据材料。', user: '学时怎么算？', output: FREE_TEXT };
const WELL = { kind: 'text', text: '好的。' } as const;
const status = (code: number, headers: Record<string, string> = {}) =>
  ({ kind: 'error', status: code, headers }) as const;
/** A patience that no test waits for to its end. */
const LONG = 20_000;

describe('a call that fails', () => {
  it.each([
    ['429', status(429)],
    ['500', status(500)],
    ['503', status(503)],
    ['529', status(529)],
    ['a broken connection', { kind: 'disconnect' }],
  ] as const)('of %s is made again, twice at most', async (_, fault) => {
    const { double, chat } = await testEndpoint();
    double.answer(inTurn(fault, fault, WELL));
    expect(await chat.complete(PROMPT, testLimits())).toBe('好的。');
    double.answer(inTurn(fault, fault, fault, WELL));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).not.toBe('none');
    expect(double.requests).toHaveLength(6);
  });

  it.each([
    [400, 'refused'],
    [401, 'unauthorized'],
    [402, 'refused'],
    [403, 'unauthorized'],
    [404, 'not-found'],
    [408, 'timeout'],
    [413, 'refused'],
    [429, 'flood'],
    [500, 'server'],
    [502, 'server'],
  ])('with status %i is told as %s', async (code, kind) => {
    const { double, chat } = await testEndpoint({ retries: 0 });
    double.answer(() => status(code));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe(kind);
    expect(double.requests).toHaveLength(1);
  });

  it.each([401, 404, 429])('with status %i is told to the operator', async (code) => {
    const { double, chat, logged } = await testEndpoint({ retries: 0 });
    double.answer(() => status(code));
    const kind = await failureKind(chat.complete(PROMPT, testLimits()));
    expect(logged()).toEqual([
      JSON.stringify([
        { host: new URL(double.url).host, kind },
        'The model endpoint refuses a call',
      ]),
    ]);
  });

  it('once an answer has begun is not made again', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ kind: 'text', text: '好', breaks: 'disconnect' }));
    const { text, kind } = await drain(chat.stream(PROMPT, testLimits()));
    expect([text, kind, double.requests.length]).toEqual(['好', 'unreachable', 1]);
  });

  it('since nobody is there is told as unreachable', async () => {
    const { double, chat } = await testEndpoint();
    await double.close();
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('unreachable');
  });

  it('is not led elsewhere', async () => {
    const { double, chat } = await testEndpoint();
    const other = await testEndpoint();
    double.answer(() => status(307, { location: `${other.double.url}/chat/completions` }));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('refused');
    expect(other.double.requests).toEqual([]);
  });
});

describe('Retry-After', () => {
  it('is waited for', async () => {
    const { double, chat } = await testEndpoint({ patienceMs: LONG });
    const arrivals: number[] = [];
    const replies = inTurn(status(429, { 'retry-after': '1' }), WELL);
    double.answer(() => {
      arrivals.push(performance.now());
      return replies();
    });
    await chat.complete(PROMPT, testLimits());
    const [first = 0, second = 0] = arrivals;
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  it.each([
    ['seconds', '3600'],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString()],
  ])('in %s that do not fit into the patience end it at once', async (_, header) => {
    const { double, chat } = await testEndpoint({ patienceMs: LONG });
    double.answer(() => status(429, { 'retry-after': header }));
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('flood');
    expect(double.requests).toHaveLength(1);
  });
});

describe('time', () => {
  it.each([
    ['before it begins', { kind: 'hang' }, { firstByteMs: 50 }],
    ['within the answer', { kind: 'text', text: '好', breaks: 'hang' }, { silenceMs: 50 }],
    ['on the whole', { kind: 'text', text: '好', breaks: 'endless' }, { patienceMs: 200 }],
  ] as const)('is up when too much passes %s', async (_, reply, care) => {
    const { double, chat } = await testEndpoint(care);
    double.answer(() => reply);
    expect(await failureKind(chat.complete(PROMPT, testLimits()))).toBe('timeout');
    await expect.poll(double.openConnections).toBe(0);
    expect(double.requests).toHaveLength(1);
  });

  it('is not up while pieces keep coming', async () => {
    const { double, chat } = await testEndpoint({ silenceMs: 1000, firstByteMs: 1000 });
    const pieces = [...'一二三四五六'].flatMap((piece) => [piece, { pauseMs: 250 }]);
    double.answer(() => ({ kind: 'text', text: pieces }));
    expect(await chat.complete(PROMPT, testLimits())).toBe('一二三四五六');
  });

  it('of an answer that is over ends its calls', async () => {
    const { double, chat } = await testEndpoint();
    double.answer(() => ({ kind: 'hang' }));
    const limits = testLimits(24_000, AbortSignal.timeout(100));
    expect(await failureKind(chat.complete(PROMPT, limits))).toBe('timeout');
    await expect.poll(double.openConnections).toBe(0);
  });
});

describe('an endless answer', () => {
  it('is cut at its size', async () => {
    const { double, chat } = await testEndpoint({ largestBody: 100_000 });
    double.answer(() => ({ kind: 'text', text: '又来了', breaks: 'endless' }));
    const { text, kind } = await drain(chat.stream(PROMPT, testLimits()));
    expect(kind).toBe('malformed');
    expect(text.length).toBeGreaterThan(300);
    expect(text.length).toBeLessThan(100_000);
    await expect.poll(double.openConnections).toBe(0);
  });
});

describe('whoever leaves', () => {
  it.each([
    ['before the first byte', { kind: 'hang' }],
    ['within the answer', { kind: 'text', text: '好', breaks: 'hang' }],
    ['within one that has no end', { kind: 'text', text: '好', breaks: 'endless' }],
  ] as const)('%s takes the connection along', async (_, reply) => {
    const { double, chat } = await testEndpoint();
    const leaving = new AbortController();
    double.answer(() => reply);
    const ended = failureKind(chat.complete(PROMPT, testLimits(24_000, leaving.signal)));
    await expect.poll(double.openConnections).toBe(1);
    leaving.abort();
    expect(await ended).toBe('cancelled');
    await expect.poll(double.openConnections).toBe(0);
  });

  it('while a retry is waited for is not waited with', async () => {
    const { double, chat } = await testEndpoint({ patienceMs: LONG });
    const leaving = new AbortController();
    double.answer(() => status(429, { 'retry-after': '15' }));
    const ended = failureKind(chat.complete(PROMPT, testLimits(24_000, leaving.signal)));
    await expect.poll(() => double.requests.length).toBe(1);
    leaving.abort();
    expect(await ended).toBe('cancelled');
    expect(double.requests).toHaveLength(1);
  });

  it('after many calls leaves nothing of them behind', async () => {
    const { double, chat } = await testEndpoint({ concurrency: 2 });
    double.answer(() => WELL);
    const limits = testLimits();
    const agent = await chat.forAgent(limits);
    await Promise.all(Array.from({ length: 5 }, () => chat.complete(PROMPT, limits)));
    await agent.invoke('学时？');
    expect(getEventListeners(limits.signal, 'abort')).toEqual([]);
  });

  it('before it begins asks nothing', async () => {
    const { double, chat } = await testEndpoint();
    const limits = testLimits(24_000, AbortSignal.abort());
    expect(await failureKind(chat.complete(PROMPT, limits))).toBe('cancelled');
    expect(double.requests).toEqual([]);
  });
});

describe('many at once', () => {
  it('take turns, each until its answer is over; who finds no room is sent away', async () => {
    const { double, chat } = await testEndpoint({ concurrency: 2, mostWaiting: 3 });
    let most = 0;
    double.answer(() => {
      most = Math.max(most, double.openConnections());
      return { kind: 'text', text: ['好', { pauseMs: 100 }, '的。'] };
    });
    // The library is loaded by the first call; the others are to arrive together.
    await chat.complete(PROMPT, testLimits());
    const calls = Array.from({ length: 7 }, () => failureKind(chat.complete(PROMPT, testLimits())));
    const ends = await Promise.all(calls);
    expect(ends.filter((kind) => kind === 'none')).toHaveLength(5);
    expect(ends.filter((kind) => kind === 'busy')).toHaveLength(2);
    expect(most).toBe(2);
  });

  it('leave the queue when they are cancelled, and make room for others', async () => {
    const { double, chat } = await testEndpoint({ concurrency: 1, mostWaiting: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    double.answer(() => ({ kind: 'hang' }));
    const running = failureKind(chat.complete(PROMPT, testLimits(24_000, first.signal)));
    await expect.poll(double.openConnections).toBe(1);
    const waiting = failureKind(chat.complete(PROMPT, testLimits(24_000, second.signal)));
    await expect.poll(() => failureKind(chat.complete(PROMPT, testLimits(24_000)))).toBe('busy');
    second.abort();
    expect(await waiting).toBe('cancelled');
    double.answer(() => WELL);
    const third = chat.complete(PROMPT, testLimits());
    first.abort();
    expect(await running).toBe('cancelled');
    expect(await third).toBe('好的。');
  });
});
