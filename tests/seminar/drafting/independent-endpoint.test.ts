import { fileURLToPath } from 'node:url';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createModelEndpoint } from '../../../src/model/create-endpoint.ts';
import { readPrompts } from '../../../src/model/prompts.ts';
import { improveKit } from '../../../src/seminar/drafting/improve-kit.ts';
import { rewritings } from '../../../src/seminar/drafting/rewriting.ts';
import { configFor, SWIFT, testLimits } from '../../model/test-endpoint.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';
import { DRAFTING_KIT } from './drafting-kit.ts';
import { HONEST, rewrite } from './rewritings.ts';

// A server that others wrote, so that our own double does not only agree with ourselves.

const PROMPTS = fileURLToPath(new URL('../../../prompts', import.meta.url));
const STAGES = ['"聚焦问题和目标"', '"问题"', '"原因"', '"对策"'];
const BAD = rewrite('q8', { expected: '一套补训安排，3月底前报送' });

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

async function started() {
  const server = new LLMock({ port: 0, chunkSize: 24, logLevel: 'silent' });
  await server.start();
  onTestFinished(() => server.stop());
  const config = configFor({ url: `${server.url}/v1`, key: 'sk-any' });
  const log = { info: () => {}, warn: () => {} };
  const { chat } = createModelEndpoint(config, { log, care: { ...SWIFT, failuresToRest: 99 } });
  if (chat === null) throw new Error('Expected a chat model to be set');
  const prompts = await readPrompts(PROMPTS, { rewritings }, ['seminar']);
  const parts = { chat, prompts, index: plan.index, mayLeave: () => true };
  return { server, improve: () => improveKit(DRAFTING_KIT, parts, testLimits(200_000)) };
}

it('rewrites a kit, fences and thoughts and all', async () => {
  const { server, improve } = await started();
  const good = HONEST.filter((one, at) => HONEST.findIndex(({ id }) => id === one.id) === at);
  const of = (...ids: readonly string[]) => good.filter(({ id }) => ids.includes(id));
  const parts = [
    of('focus', 'aim1', 'aim2'),
    of('q1', 'q2', 'q3'),
    of('q4', 'q5', 'q6'),
    [...of('q7', 'q9', 'q10'), BAD],
  ];
  for (const [at, stage] of STAGES.entries()) {
    const content = `\`\`\`json\n${JSON.stringify({ questions: parts[at] })}\n\`\`\``;
    server.onMessage(`环节：${stage}`, { content, reasoning: '先看依据' });
  }
  const improved = await improve();
  expect(improved).toMatchObject({ course: 'improved', taken: 9, kept: 1, aimsTaken: 2 });
  expect(improved.rejected).toEqual([{ item: 'q8', rules: ['数字不实'] }]);
  // Four stages and one repair, each in a strict shape.
  expect(server.getRequests()).toHaveLength(5);
  expect(server.getLastRequest()?.body).toMatchObject({
    response_format: { type: 'json_schema', json_schema: { name: 'seminar', strict: true } },
  });
});

it.each([{ malformedRate: 1 }, { disconnectRate: 1 }, { rateLimitRate: 1 }])(
  'gives the generator’s kit at %j',
  async (chaos) => {
    const { server, improve } = await started();
    for (const stage of STAGES)
      server.onMessage(`环节：${stage}`, { content: '{"questions": []}' });
    server.setChaos(chaos);
    expect(await improve()).toMatchObject({ course: 'endpoint-failed', kit: DRAFTING_KIT });
  },
);
