import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { improveKit } from '../../../src/seminar/drafting/improve-kit.ts';
import { testLimits } from '../../model/test-endpoint.ts';
import type { ModelRequest, Reply } from '../../support/model-double/model-double.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';
import { DRAFTING_KIT } from './drafting-kit.ts';
import { askedIn, rewriting, rewritingEndpoint, toMendIn } from './rewriting-model.ts';
import { rewrite } from './rewritings.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

const MENDED = rewrite('q8', { expected: '一份补训安排表，写明谁去、谁顶岗、谁来看名单' });
const TAKEN = {
  course: 'improved',
  taken: 1,
  kept: 9,
  remark: expect.stringMatching(/^由模型润色1题/u),
};
const FAILED = {
  ...{ course: 'endpoint-failed', kit: DRAFTING_KIT, taken: 0, kept: 10, rejected: [] },
  remark: '模型接口没有给出可用的改写，题目保留原样。',
};
const good = rewriting([MENDED]);

async function improveAgainst(
  answer: (request: ModelRequest) => Reply,
  care: Parameters<typeof rewritingEndpoint>[1] = {},
  limits = testLimits(200_000),
) {
  const endpoint = await rewritingEndpoint(plan.index, care);
  endpoint.double.answer(answer);
  return { ...endpoint, improved: await improveKit(DRAFTING_KIT, endpoint.parts, limits) };
}

describe('whatever the endpoint does, a whole kit comes back', () => {
  it.each<[string, Reply]>([
    ['401', { kind: 'error', status: 401 }],
    ['404', { kind: 'error', status: 404 }],
    ['500', { kind: 'error', status: 500 }],
    ['429 again and again', { kind: 'error', status: 429 }],
    ['429 for an hour', { kind: 'error', status: 429, headers: { 'retry-after': '3600' } }],
    ['a connection torn down', { kind: 'disconnect' }],
    ['a page of a proxy', { kind: 'body', contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }],
    ['empty content', { kind: 'text', text: '' }],
    ['words that are no JSON', { kind: 'text', text: '好的，以下是改写后的题目：' }],
    ['JSON of another shape', { kind: 'text', text: '{"stages": {}}' }],
    ['JSON that is cut off', { kind: 'text', text: '{"questions": [{"id": "q1", "text": "本县' }],
    [
      'an answer that ran into its limit',
      { kind: 'text', text: '{"questions": []}', finish: 'length' },
    ],
    ['a stream that ends early', { kind: 'text', text: '{"questions": []}', breaks: 'truncate' }],
    [
      'a disconnect in mid-stream',
      { kind: 'text', text: '{"questions": []}', breaks: 'disconnect' },
    ],
  ])('%s: the generator’s', async (_, reply) => {
    // As many calls at a time as there are must not send the endpoint to rest.
    const { improved, double } = await improveAgainst(() => reply, { failuresToRest: 99 });
    expect(improved).toMatchObject(FAILED);
    await expect.poll(() => double.openConnections()).toBe(0);
  });

  it.each<[string, Reply]>([
    ['words that are no JSON', { kind: 'text', text: '好的。' }],
    ['a stream that ends early', { kind: 'text', text: '{"questions": [', breaks: 'truncate' }],
  ])('%s once: it is asked for again', async (_, reply) => {
    const { improved, double } = await improveAgainst((request) =>
      toMendIn(request).length > 0 ? good(request) : reply,
    );
    expect(improved).toMatchObject(TAKEN);
    expect(double.requests.flatMap(toMendIn)).toEqual(
      Array.from({ length: 4 }, () => ({ outcome: 'malformed' })),
    );
  });

  it('429 once: it waits and has its answer', async () => {
    const seen = new Set<string>();
    const { improved } = await improveAgainst((request) => {
      const stage = askedIn(request)[0]?.id ?? '';
      if (seen.has(stage)) return good(request);
      seen.add(stage);
      return { kind: 'error', status: 429 };
    });
    expect(improved).toMatchObject(TAKEN);
  });

  it('one stage that fails leaves the others', async () => {
    const { improved } = await improveAgainst((request) =>
      askedIn(request).some(({ id }) => id === 'q1')
        ? { kind: 'error', status: 400 }
        : good(request),
    );
    expect(improved).toMatchObject(TAKEN);
    expect(improved.remark).toBe('由模型润色1题，3题没有收到改写，保留原题。');
  });

  it('a hang: it ends with its time', async () => {
    const signal = AbortSignal.timeout(300);
    const { improved, double } = await improveAgainst(
      () => ({ kind: 'hang' }),
      {},
      testLimits(200_000, signal),
    );
    expect(improved).toMatchObject({ course: 'too-slow', kit: DRAFTING_KIT });
    expect(improved.remark).toBe('模型没有在规定时间内完成改写，题目保留原样。');
    await expect.poll(() => double.openConnections()).toBe(0);
  });

  it('a stage that hangs: what the others wrote in time is taken', async () => {
    const { improved } = await improveAgainst(
      (request) =>
        askedIn(request).some(({ id }) => id === 'q1') ? { kind: 'hang' } : good(request),
      {},
      testLimits(200_000, AbortSignal.timeout(800)),
    );
    expect(improved).toMatchObject(TAKEN);
  });

  it('somebody who leaves: all calls end', async () => {
    const leaving = new AbortController();
    const { improved, double } = await improveAgainst(
      () => {
        setTimeout(() => leaving.abort(), 20);
        return { kind: 'hang' };
      },
      {},
      testLimits(200_000, leaving.signal),
    );
    expect(improved).toMatchObject({ course: 'left', kit: DRAFTING_KIT, remark: '' });
    await expect.poll(() => double.openConnections()).toBe(0);
  });

  it('a rest: nobody is asked', async () => {
    const { parts, double } = await improveAgainst(() => ({ kind: 'error', status: 500 }), {
      failuresToRest: 2,
      restMs: 60_000,
    });
    const before = double.requests.length;
    const improved = await improveKit(DRAFTING_KIT, parts, testLimits(200_000));
    expect(improved).toMatchObject({ course: 'resting', kit: DRAFTING_KIT });
    expect(improved.remark).toBe('模型接口暂时不可用，题目保留原样。');
    expect(double.requests).toHaveLength(before);
  });
});

describe('the budget', () => {
  it('that is used up sends nothing', async () => {
    const { improved, double } = await improveAgainst(good, {}, testLimits(0));
    expect(improved).toMatchObject({ course: 'over-budget', kit: DRAFTING_KIT });
    expect(improved.remark).toBe('今天可用的模型用量已经用完，题目保留原样。');
    expect(double.requests).toEqual([]);
  });

  it.each([
    [1_000, 0],
    [7_000, 1],
    [14_000, 2],
    [200_000, 4],
  ])('of %d tokens pays for %d stages, and is kept by all calls together', async (budget, paid) => {
    const limits = testLimits(budget);
    const stubborn = rewriting(
      ['q1', 'q4', 'q8', 'focus'].map((id) => rewrite(id, { text: '是否？' })),
    );
    const { double } = await improveAgainst(stubborn, {}, limits);
    const first = double.requests.filter((one) => toMendIn(one).length === 0);
    expect(first).toHaveLength(paid);
    expect(limits.spent()).toBeLessThanOrEqual(budget);
  });
});
