import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveRecalls } from '../../../src/materials/recall/serve-recalls.ts';
import { makeRecallHouse, type RecallHouse } from '../../support/recall-house.ts';
import { NOTICE } from '../../support/small-index.ts';

let house: RecallHouse;
beforeEach(async () => {
  house = await makeRecallHouse();
  await house.learner('me');
  await (await house.talk('me')).say('经费列入哪里？');
});
afterEach(() => house.close());

it('tells each once where two processes serve, and forgets after the days that were set', async () => {
  let isBroken = true;
  const told: string[] = [];
  const { shelf } = house;
  shelf.put({ text: NOTICE, standing: 'retired' });
  const parts = {
    ...(await house.app.recalls()),
    shelf: {
      ...shelf,
      list: () => (isBroken ? Promise.reject(new Error('no folder')) : shelf.list()),
    },
    tickMs: 5,
    leaseTimes: { lifeMs: 60_000, renewMs: 20 },
    log: { warn: (fields: object) => void told.push(JSON.stringify(fields)) },
  };
  const services = ['one', 'two'].map((holder) => serveRecalls({ ...parts, holder }));
  const { givenAnswers } = await house.app.records();
  try {
    await expect.poll(() => told, { timeout: 10_000 }).toHaveLength(1);
    expect(told[0]).toContain('no folder');
    isBroken = false;
    const recalled = async () => (await givenAnswers.citedTo('me'))[0]?.recalledAt ?? null;
    await expect.poll(recalled, { timeout: 10_000 }).not.toBeNull();
    expect(await house.messagesOf('me')).toHaveLength(1);
    const cite = { material: 'notice', version: 1, place: '一', start: 0, end: 1, text: '培' };
    const at = '2028-05-31T04:00:00.000Z';
    await givenAnswers.change([
      { kind: 'give-answer', answer: { id: 'later', person: null, at, cites: [cite] } },
    ]);
    expect(await givenAnswers.citedTo('me')).toHaveLength(1);
    house.goTo('2028-06-01T04:00:00.000Z');
    await expect.poll(() => givenAnswers.citedTo('me'), { timeout: 10_000 }).toEqual([]);
    expect(told).toHaveLength(1);
  } finally {
    await Promise.all(services.map((one) => one.close()));
  }
});
