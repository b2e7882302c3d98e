import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryReport } from '../../../src/delivery/report.ts';
import { CLASS } from '../../support/house.ts';
import { addMailing, mailingOf } from '../../support/messages.ts';
import { makeReminderHouse, type ReminderHouse } from '../../support/reminder-house.ts';
import { answersOf, personOf, surveyOf } from '../../support/survey.ts';

let house: ReminderHouse;
beforeEach(async () => {
  house = await makeReminderHouse();
});
afterEach(() => house.close());

const records = () => house.app.records();

async function report(reminder: string): Promise<DeliveryReport> {
  return (await records()).deliveries.report(reminder, null);
}

async function outgoing(): Promise<readonly string[]> {
  return (await (await records()).deliveries.ready('telegram', 100)).map(({ text }) => text);
}

/** The house's noon is that of Tuesday, 1 June 2027. */
const WEDNESDAY = '2027-06-02';
const at = (date: string, time: string) => `${date}T${time}:00.000+08:00`;

describe('a notice to a class', () => {
  it('goes to each learner once, by the channel that they have', async () => {
    await house.learner('a', ['telegram']);
    await house.learner('b', ['web']);
    await house.learner('c', ['web', 'telegram']);
    await house.add('d', 'learner', 'learner');
    await house.add('t', 'trainer', 'trainer');
    const id = await house.remind({ timing: { kind: 'now' } });
    await house.tick();
    await house.tick();
    expect([...(await outgoing())].sort()).toEqual([
      `【${CLASS.name}】姓名a同志：请按时到课。`,
      `【${CLASS.name}】姓名c同志：请按时到课。`,
    ]);
    expect(await report(id)).toMatchObject({
      ...{ waiting: 2, sent: 1, uncertain: 0, skipped: 0 },
      failed: [{ reason: 'no-channel', count: 1 }],
    });
    const { deliveries, reminders } = await records();
    expect(await deliveries.unread('b')).toBe(1);
    // Nothing is lost to someone who signs in later.
    expect((await deliveries.messages('d', 5)).messages).toHaveLength(1);
    expect((await reminders.reminder(id))?.state).toBe('ended');
  });

  it('waits for its time, and for the morning where its time is at night', async () => {
    await house.learner('a');
    await house.remind({ timing: { kind: 'once', at: `${WEDNESDAY}T21:30`, until: null } });
    house.goTo(at(WEDNESDAY, '21:29'));
    await house.tick();
    house.goTo(at(WEDNESDAY, '21:31'));
    await house.tick();
    house.goTo(at('2027-06-03', '07:59'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    house.goTo(at('2027-06-03', '08:00'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
  });

  it('goes at night all the same where it is urgent', async () => {
    await house.learner('a');
    const timing = { kind: 'once', at: `${WEDNESDAY}T21:30`, until: null } as const;
    await house.remind({ timing, isUrgent: true });
    house.goTo(at(WEDNESDAY, '21:30'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
  });

  it('is sent once where somebody is in two parts of its audience', async () => {
    await house.learner('a');
    const part = { classId: CLASS.id, unit: null, role: null };
    await house.remind({
      timing: { kind: 'now' },
      audience: [part, { classId: null, unit: '某局', role: 'learner' }],
    });
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
  });

  it('leaves out who has left between the evening and the morning', async () => {
    await house.learner('a');
    await house.learner('b');
    const timing = { kind: 'once', at: `${WEDNESDAY}T21:30`, until: null } as const;
    const id = await house.remind({ timing });
    house.goTo(at(WEDNESDAY, '21:31'));
    await house.tick();
    const { people } = await records();
    await people.change([{ kind: 'leave', person: 'a', classId: CLASS.id }]);
    house.goTo(at('2027-06-03', '08:00'));
    await house.tick();
    expect(await outgoing()).toEqual([`【${CLASS.name}】姓名b同志：请按时到课。`]);
    expect(await report(id)).toMatchObject({ skipped: 1, skippedBy: [] });
  });

  it('comes again every week until its class has ended, whatever the clock does', async () => {
    await house.learner('a');
    const id = await house.remind({
      timing: { kind: 'repeat', cron: '30 9 * * 3', endsOn: null, until: null },
    });
    const times = [
      at(WEDNESDAY, '09:30'),
      at(WEDNESDAY, '09:31'),
      at(WEDNESDAY, '08:31'),
      at(WEDNESDAY, '09:30'),
      at('2027-06-09', '09:29'),
      at('2027-06-09', '09:30'),
      at('2027-06-11', '09:30'),
      at('2027-06-16', '09:31'),
    ];
    for (const time of times) {
      house.goTo(time);
      await house.tick();
    }
    const { deliveries, reminders } = await records();
    expect((await deliveries.mailings(id, 10)).map(({ dueAt }) => dueAt)).toEqual([
      '2027-06-09T01:30:00.000Z',
      '2027-06-02T01:30:00.000Z',
    ]);
    expect((await reminders.reminder(id))?.state).toBe('ended');
  });

  it('that was missed is sent late, and a repeated one only its latest time', async () => {
    await house.learner('a');
    await house.remind({ timing: { kind: 'once', at: `${WEDNESDAY}T09:00`, until: null } });
    await house.remind({
      text: '每天的',
      timing: { kind: 'repeat', cron: '0 9 * * *', endsOn: null, until: null },
    });
    house.goTo(at('2027-06-04', '15:00'));
    await house.tick();
    expect([...(await outgoing())].sort()).toEqual([
      `【${CLASS.name}】姓名a同志：请按时到课。`,
      `【${CLASS.name}】每天的`,
    ]);
  });
});

describe('a notice that is late', () => {
  const evening = { kind: 'once', at: `${WEDNESDAY}T19:50`, until: null } as const;

  it('waits for the morning where the service was down until the night', async () => {
    await house.learner('a');
    const id = await house.remind({ timing: evening });
    const urgent = await house.remind({ timing: evening, isUrgent: true, text: '加急' });
    house.goTo(at('2027-06-03', '03:00'));
    await house.tick();
    expect(await outgoing()).toEqual([`【${CLASS.name}】加急`]);
    expect(await report(id)).toMatchObject({ waiting: 1 });
    house.goTo(at('2027-06-03', '08:00'));
    await house.tick();
    expect(await outgoing()).toHaveLength(2);
    expect(await report(urgent)).toMatchObject({ waiting: 1 });
  });

  it('waits for the morning where its channel does not answer until the night', async () => {
    await house.learner('a');
    await house.remind({ timing: evening });
    const before = await outgoing();
    house.goTo(at(WEDNESDAY, '19:50'));
    await house.tick();
    expect([before, await outgoing()]).toEqual([[], [expect.stringContaining('请按时到课')]]);
    house.goTo(at(WEDNESDAY, '20:00'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    house.goTo(at('2027-06-03', '08:00'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
  });

  it('goes once, and is not put off, where the clock is set forward by a year and back', async () => {
    await house.learner('a');
    const id = await house.remind({ timing: evening });
    house.goTo(at(WEDNESDAY, '19:50'));
    await house.tick();
    house.goTo(at('2028-06-03', '23:50'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    house.goTo(at(WEDNESDAY, '19:51'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
    expect(await report(id)).toMatchObject({ waiting: 1, skipped: 0 });
  });

  it('is stopped where the stop met it on its way', async () => {
    await house.learner('a');
    const id = await house.remind({ timing: { kind: 'now' } });
    await house.tick();
    const { deliveries, reminders } = await records();
    const now = house.app.clock.now();
    const ids = (await deliveries.ready('telegram', 9)).map((one) => one.id);
    await deliveries.begin(ids, 'me', now);
    await reminders.change([{ kind: 'stop-reminder', id, at: now.toISOString() }]);
    expect((await reminders.reminder(id))?.state).toBe('stopped');
    const again = { kind: 'again' } as const;
    await deliveries.settle([{ id: ids[0] ?? '', outcome: again }], 'me', now);
    expect(await deliveries.begin(ids, 'me', now)).toEqual(new Set());
    await house.tick();
    expect(await outgoing()).toEqual([]);
    expect(await report(id)).toMatchObject({ waiting: 0, skipped: 1 });
  });

  it('goes where its reader can be reached by now', async () => {
    await house.learner('a', ['telegram', 'web']);
    const id = await house.remind({ timing: { kind: 'now' } });
    await house.tick();
    const { deliveries, people } = await records();
    const ids = (await deliveries.ready('telegram', 9)).map((one) => one.id);
    await people.signOut({ channel: 'telegram', key: 'telegram-a' });
    expect(await deliveries.begin(ids, 'me', house.app.clock.now())).toEqual(new Set());
    await house.tick();
    expect(await report(id)).toMatchObject({ sent: 1, waiting: 0 });
    expect(await deliveries.unread('a')).toBe(1);
  });
});

describe('what cannot be planned or written', () => {
  it('keeps nothing else back', async () => {
    await house.learner('a');
    await house.optIn('a', { days: [2], time: '12:01' });
    const noSuchZone = { zone: 'Nowhere/At_All', text: '坏的' };
    await house.remind({
      timing: { kind: 'repeat', cron: '1 12 * * *', endsOn: null, until: null },
      ...noSuchZone,
    });
    await house.remind({ timing: { kind: 'once', at: '2027-06-01T12:01', until: null } });
    house.goTo(at('2027-06-01', '12:01'));
    const recall = () => Promise.reject(new Error('The corpus cannot be read'));
    await expect(house.tick({ recall })).rejects.toThrow();
    expect(await outgoing()).toHaveLength(2);
  });
});

describe('a study reminder', () => {
  const weekly = { kind: 'repeat', cron: '30 9 * * 3', endsOn: null, until: '18:00' } as const;

  it('goes to those alone who opted in, each at the time of their own within the window', async () => {
    for (const id of ['a', 'b', 'c']) await house.learner(id);
    await house.optIn('a', { time: '12:30' });
    await house.optIn('b', { time: '19:00' });
    await house.remind({ kind: 'study', text: '学一段', timing: weekly });
    house.goTo(at(WEDNESDAY, '09:30'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
    house.goTo(at(WEDNESDAY, '12:29'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
    house.goTo(at(WEDNESDAY, '12:30'));
    await house.tick();
    expect(await outgoing()).toHaveLength(2);
  });

  it('does not go to who opted out between its time and their own', async () => {
    await house.learner('a');
    await house.optIn('a', { time: '12:30' });
    const id = await house.remind({ kind: 'study', text: '学一段', timing: weekly });
    house.goTo(at(WEDNESDAY, '09:30'));
    await house.tick();
    await house.optIn('a', { isOn: false });
    house.goTo(at(WEDNESDAY, '12:30'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    expect(await report(id)).toMatchObject({ skipped: 1, waiting: 0 });
  });

  it('is left out after a record, and once it is too late in the day', async () => {
    await house.learner('a');
    await house.learner('b');
    await house.optIn('a');
    await house.optIn('b');
    const id = await house.remind({ kind: 'study', text: '学一段', timing: weekly });
    const talk = await house.talk('a');
    await talk.say('打卡 五（二）');
    house.goTo(at(WEDNESDAY, '20:30'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    expect(await report(id)).toMatchObject({ skipped: 2, skippedBy: [] });
  });

  it('that its channel has not taken by the evening is late, and counts for nothing', async () => {
    await house.learner('a');
    await house.optIn('a', { days: [3], time: '19:30' });
    house.goTo(at(WEDNESDAY, '19:30'));
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
    house.goTo(at(WEDNESDAY, '20:00'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    const { reminders } = await records();
    expect((await reminders.histories(['a'])).get('a')?.reminders).toEqual([]);
  });

  it('of one’s own says what is due, and comes once a day at most', async () => {
    await house.learner('a');
    await house.optIn('a', { days: [2, 3, 4], time: '12:30', mostAWeek: 3 });
    house.goTo(at(WEDNESDAY, '12:29'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
    house.goTo(at(WEDNESDAY, '12:30'));
    await house.tick();
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
    expect((await outgoing())[0]).toMatch(/^【学习提醒】/u);
    await house.remind({ kind: 'study', text: '学一段', timing: { kind: 'now' } });
    await house.tick();
    expect(await outgoing()).toHaveLength(1);
  });

  it.each([
    ['打卡 五（二）', '上次学的是“五（二）'],
    ['打卡 谈话准备的几点体会', '可以从学习材料里挑一部分看看'],
  ])(
    'of one’s own names a place that was studied, and no words of one’s own: %s',
    async (said, told) => {
      await house.learner('a');
      await (await house.talk('a')).say(said);
      house.goTo(at(WEDNESDAY, '12:30'));
      await house.optIn('a', { days: [3], time: '12:30', since: at('2027-06-01', '12:01') });
      await house.tick();
      const [text] = await outgoing();
      expect(text).toContain(told);
      expect(text).not.toContain('体会');
    },
  );

  it('of one’s own is not made up for a day that was missed', async () => {
    await house.learner('a');
    await house.optIn('a', { days: [2, 3], time: '12:30' });
    house.goTo(at('2027-06-04', '09:00'));
    await house.tick();
    expect(await outgoing()).toEqual([]);
  });

  it('pauses after three that nobody heeded', async () => {
    await house.learner('a');
    await house.optIn('a', { days: [3], time: '12:30' });
    const { deliveries, reminders } = await records();
    const texts: string[] = [];
    for (const day of ['2027-06-02', '2027-06-09', '2027-06-16', '2027-06-23', '2027-06-30']) {
      house.goTo(at(day, '12:30'));
      await house.tick();
      const ready = await deliveries.ready('telegram', 10);
      const ids = ready.map(({ id }) => id);
      await deliveries.begin(ids, 'me', house.app.clock.now());
      const results = ids.map((id) => ({ id, outcome: { kind: 'sent' as const } }));
      await deliveries.settle(results, 'me', house.app.clock.now());
      texts.push(...ready.map(({ text }) => text));
    }
    expect(texts).toHaveLength(3);
    expect(texts.map((text) => /先不再提醒/u.test(text))).toEqual([false, false, true]);
    expect((await reminders.wishes('a'))?.pause).toEqual({ until: null, why: 'ignored' });
  });
});

describe('a message that asks for answers to a survey', () => {
  const NOON_TIME = '2027-06-01T04:00:00.000Z';
  const CLOSES = '2027-06-03T04:00:00.000Z';

  async function ask(source: string): Promise<void> {
    const { deliveries } = await records();
    const mailing = mailingOf(source, { source, dueAt: NOON_TIME, createdAt: NOON_TIME });
    await deliveries.change([addMailing(mailing, ['a', 'b'])]);
  }

  beforeEach(async () => {
    for (const id of ['a', 'b']) await house.learner(id);
    const survey = surveyOf('s', { owner: null, opensAt: NOON_TIME, closesAt: CLOSES });
    const { questionnaires } = await records();
    await questionnaires.change([{ kind: 'publish-survey', survey, invited: ['a', 'b'] }]);
  });

  it('goes to those alone who have not submitted meanwhile', async () => {
    const { questionnaires, deliveries } = await records();
    const one = { survey: 's', respondent: personOf('a'), at: NOON_TIME };
    await questionnaires.change([
      ...(['unit', 'days'] as const).map((item) => ({
        ...{ kind: 'keep-answer' as const, ...one, item },
        answer: answersOf(1)[item] ?? null,
      })),
      { kind: 'submit-answers', ...one },
    ]);
    await ask('survey:s#1');
    await ask('test:other');
    await house.tick();
    expect([...(await outgoing())].sort()).toEqual([
      '给a的test:other',
      '给b的survey:s#1',
      '给b的test:other',
    ]);
    expect(await deliveries.due(house.app.clock.now(), 9)).toEqual([]);
  });

  it('goes to nobody once it is over, or gone', async () => {
    const { questionnaires } = await records();
    await questionnaires.change([{ kind: 'close-survey', survey: 's', at: NOON_TIME }]);
    await ask('survey:s');
    await ask('survey:gone#2');
    await house.tick();
    expect(await outgoing()).toEqual([]);
  });
});
