import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startModelDouble } from '../support/model-double/start-model-double.ts';
import { settingsFor } from '../support/model-house.ts';
import { startService, type Vitals } from '../support/service/start-service.ts';
import { makeFolder } from '../support/small-index.ts';
import { createChance } from './chance.ts';
import { createFaultyModel } from './faulty-model.ts';
import { growthOf } from './growth.ts';
import { createPeople } from './people.ts';

/** `npm run soak` goes on for longer, and tells what it measured. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 0.1);
const IS_LONG = process.env.SOAK_MINUTES !== undefined;
const SEED = IS_LONG ? Date.now() : 20_261_125;
const CONVERSATIONS = 100;
/** Answers before the run counts: libraries are loaded, and code compiled, with the first ones. */
const ANSWERS_TO_WARM_UP = 120;
const WARM_UP_MS = 120_000;
const SAMPLES = 60;
/** A busy machine takes them slowly: the run goes on until there are so many. */
const LEAST_SAMPLES = 15;
/** What each may grow from the second to the last fifth of the run: a share, and bytes besides. */
const HEAP_LIMIT = { share: 0.1, bytes: 10e6 };
const RSS_LIMIT = { share: 0.15, bytes: 30e6 };
/** Milliseconds in which whoever left gives up, calls end and idle connections are closed. */
const CALM_MS = 30_000;

const SETTINGS = {
  GANXUN_EMBEDDING_MODEL: 'double-embedding',
  GANXUN_MODEL_TIMEOUT: '6',
  GANXUN_MODEL_CONCURRENCY: '32',
  GANXUN_MODEL_TOKENS_PER_DAY: '0',
  GANXUN_LOG: 'info',
};

it(`a hundred conversations with a faulty model for ${MINUTES} minutes leave nothing behind`, {
  timeout: MINUTES * 60_000 + WARM_UP_MS + 4 * CALM_MS,
}, async () => {
  const data = await makeFolder();
  onTestFinished(data.remove);
  const double = await startModelDouble({ requests: 'forgets' });
  onTestFinished(double.close);
  const service = await startService({
    ...settingsFor(double, SETTINGS),
    GANXUN_DATA: data.path,
  });
  onTestFinished(async () => void (await service.stop()), CALM_MS);
  await expect.poll(service.complaints, { timeout: CALM_MS }).toContain('Vectors were made');
  const chance = createChance(SEED);
  const model = createFaultyModel(chance);
  double.answer(model.answer);
  const people = createPeople(service.url, chance);
  const before = await service.vitals(true);

  let end = Number.POSITIVE_INFINITY;
  const samples: Vitals[] = [];
  const isOver = () => performance.now() >= end && samples.length >= LEAST_SAMPLES;
  const talks = Array.from({ length: CONVERSATIONS }, () => people.talk(isOver));
  const answers = () => people.counts.answered;
  await expect.poll(answers, { timeout: WARM_UP_MS }).toBeGreaterThan(ANSWERS_TO_WARM_UP);
  end = performance.now() + MINUTES * 60_000;
  while (!isOver()) {
    await pause((MINUTES * 60_000) / SAMPLES);
    samples.push(await service.vitals(true));
  }
  await Promise.all(talks);

  expect(people.wrong).toEqual([]);
  for (const { visitor, message } of people.leavers) {
    const kept = async () => {
      const { turns } = await visitor.history();
      return JSON.stringify(turns.find((turn) => turn.message === message)?.blocks ?? []);
    };
    await expect.poll(kept, { timeout: CALM_MS }).toContain('"kind":"quote"');
  }
  await expect.poll(double.openConnections, { timeout: CALM_MS }).toBe(0);
  await double.close();
  const leftOver = async () => {
    const now = await service.vitals();
    return ['TCPSocketWrap', 'Timeout'].filter((kind) => count(now, kind) > count(before, kind));
  };
  await expect.poll(leftOver, { timeout: CALM_MS, interval: 500 }).toEqual([]);
  expect((await service.vitals()).listeners).toBe(before.listeners);
  expect(await service.stop()).toBe(0);
  expect(wrongIn(service.complaints())).toEqual([]);

  const heap = growthOf(samples.map(({ heapUsed }) => heapUsed));
  const rss = growthOf(samples.map(({ rss }) => rss));
  if (IS_LONG) {
    const endings = Object.fromEntries(model.endings);
    const left = people.leavers.length;
    console.log(JSON.stringify({ ...people.counts, left, endings, heap, rss, seed: SEED }));
  }
  expect(people.counts.drafted).toBeGreaterThan(CONVERSATIONS / 2);
  expect(heap.late).toBeLessThan(heap.early * (1 + HEAP_LIMIT.share) + HEAP_LIMIT.bytes);
  expect(rss.late).toBeLessThan(rss.early * (1 + RSS_LIMIT.share) + RSS_LIMIT.bytes);
});

function count({ resources }: Vitals, kind: string): number {
  return resources.filter((one) => one === kind).length;
}

/** Lines that are no lines of the log, such as warnings of the runtime, and errors in it. */
function wrongIn(complaints: string): string[] {
  const lines = complaints.split('\n').filter((line) => line !== '');
  return lines.filter((line) => {
    if (!line.startsWith('{')) return true;
    const { level } = JSON.parse(line) as { level: number };
    return level >= ERROR_LEVEL;
  });
}

/** Of pino. */
const ERROR_LEVEL = 50;
