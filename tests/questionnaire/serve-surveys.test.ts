import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveSurveys } from '../../src/questionnaire/serve-surveys.ts';
import type { Records } from '../../src/storage/records.ts';
import { CLOSES_AT, surveyOf } from '../support/survey.ts';
import { openTestRecords } from '../support/test-records.ts';

let records: Records;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ records, remove } = await openTestRecords());
  const publish = (id: string, closesAt: string) =>
    records.questionnaires.change([
      {
        ...{ kind: 'publish-survey', invited: [] },
        survey: surveyOf(id, { closesAt, owner: null }),
      },
    ]);
  await publish('broken', '2026-03-09T00:00:00.000Z');
  await publish('due', CLOSES_AT);
  await publish('later', '2026-03-10T01:00:00.000Z');
});
afterEach(async () => {
  await records.close();
  await remove();
});

it('closes what is due, goes on past one that cannot be closed, and says so once', async () => {
  let now = new Date('2026-03-09T23:59:59.999Z');
  const told: string[] = [];
  let looks = 0;
  const { questionnaires, leases } = records;
  const service = serveSurveys({
    questionnaires: {
      dueToClose: (at) => {
        looks++;
        return questionnaires.dueToClose(at);
      },
      change: (changes) => {
        const isBroken = JSON.stringify(changes).includes('broken');
        return isBroken ? Promise.reject(new Error('no')) : questionnaires.change(changes);
      },
    },
    ...{ leases, holder: 'one', clock: { now: () => now }, tickMs: 5 },
    // The lease must live on while the clock of the test jumps.
    leaseTimes: { lifeMs: 86_400_000, renewMs: 20 },
    log: { warn: (_, message) => void told.push(message) },
  });
  const lookAgain = async () => {
    const before = looks;
    await expect.poll(() => looks, { timeout: 10_000 }).toBeGreaterThan(before + 2);
  };
  const closedAt = async (id: string) => (await questionnaires.survey(id))?.closedAt;
  await lookAgain();
  expect(await closedAt('due')).toBeNull();
  now = new Date(CLOSES_AT);
  await lookAgain();
  await service.close();
  expect(await closedAt('due')).toBe(CLOSES_AT);
  expect(await closedAt('later')).toBeNull();
  expect(await closedAt('broken')).toBeNull();
  expect(told).toEqual(['Surveys cannot be closed now']);
});
