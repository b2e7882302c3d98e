import { describe, expect, it } from 'vitest';
import { openRestDays } from '../../../src/reminder/calendar/open-rest-days.ts';
import type { Reminder } from '../../../src/reminder/reminder.ts';
import { lineOf } from '../../../src/reminder/reminder-in-words.ts';
import { nextSending } from '../../../src/reminder/schedule/next-sending.ts';
import { reminderOf } from '../../support/messages.ts';

const CONFIRMED = '2026-09-22T04:00:00.000Z';
const CLASSES = [{ id: 'c', name: '任职班', startsOn: '2026-09-01', endsOn: '2026-10-16' }];
const WEEKLY = { kind: 'repeat', cron: '30 9 * * 3', endsOn: null, until: null } as const;
const restDays = await openRestDays(null);

const next = (fields: Partial<Reminder>, now: string) => {
  const active = { state: 'active', confirmedAt: CONFIRMED } as const;
  const reminder = reminderOf('r', { ...active, ...fields });
  return nextSending(reminder, CLASSES, restDays, new Date(now))?.toISOString() ?? null;
};

describe('when messages go next', () => {
  it.each<[string, Partial<Reminder>, string, string | null]>([
    ['a draft', { state: 'draft' }, CONFIRMED, null],
    ['one that is stopped', { state: 'stopped' }, CONFIRMED, null],
    ['a weekly one', { timing: WEEKLY }, CONFIRMED, '2026-09-23T01:30:00.000Z'],
    [
      'a study reminder over 国庆节',
      { kind: 'study', timing: WEEKLY },
      '2026-09-30T02:00:00.000Z',
      '2026-10-14T01:30:00.000Z',
    ],
    [
      'a notice that waits for 国庆节 to end, over already',
      { state: 'ended', timing: { kind: 'once', at: '2026-10-01T09:30', until: null } },
      '2026-10-03T00:00:00.000Z',
      '2026-10-08T01:30:00.000Z',
    ],
    [
      'one that has gone',
      { state: 'ended', timing: { kind: 'once', at: '2026-09-23T09:30', until: null } },
      '2026-09-24T00:00:00.000Z',
      null,
    ],
    [
      'one that was confirmed in the evening to go at once',
      { state: 'ended', timing: { kind: 'now' }, confirmedAt: '2026-09-22T13:00:00.000Z' },
      '2026-09-22T14:00:00.000Z',
      '2026-09-23T00:00:00.000Z',
    ],
    [
      'a weekly one of a class in its last week',
      { timing: WEEKLY },
      '2026-10-14T02:00:00.000Z',
      null,
    ],
    [
      'the same for others too',
      {
        timing: WEEKLY,
        audience: [
          { classId: 'c', unit: null, role: null },
          { classId: null, unit: '某局', role: null },
        ],
      },
      '2026-10-14T02:00:00.000Z',
      '2026-10-21T01:30:00.000Z',
    ],
  ])('of %s', (_, fields, now, expected) => {
    expect(next(fields, now)).toBe(expected);
  });
});

describe('a line of the list', () => {
  it('says what it is, whom it is for and when it goes', () => {
    const fields = {
      state: 'active',
      confirmedAt: CONFIRMED,
      text: '请于10月9日前交学习小结，逾期不再收取。',
    };
    const reminder = reminderOf('r', fields as Partial<Reminder>);
    expect(lineOf(reminder, CLASSES, restDays, new Date(CONFIRMED))).toBe(
      '发送中，班务通知，“任职班”的学员，下次 2026年9月23日（星期三）9:30，“请于10月9日前交学习小结，逾期不再…”',
    );
    expect(
      lineOf({ ...reminder, state: 'ended' }, CLASSES, restDays, new Date(CONFIRMED), 1),
    ).toMatch(/^发送中/u);
    const once = { timing: { kind: 'once', at: '2026-09-23T09:30', until: null } } as const;
    const words = '{姓名}同志：请看《规划》第五部分，{班次}的{结业日期}以前交。';
    expect(
      lineOf({ ...reminder, ...once, text: words }, CLASSES, restDays, new Date(CONFIRMED)),
    ).toBe(
      '待发送，班务通知，“任职班”的学员，定于 2026年9月23日（星期三）9:30，“请看《规划》第五部分，{班次}的…”',
    );
    const begun = reminderOf('r', { text: '', audience: [], isUrgent: true });
    expect(lineOf(begun, CLASSES, restDays, new Date(CONFIRMED))).toBe(
      '草稿，班务通知，加急，范围未定，每周三 9:30，还没有写内容',
    );
  });
});
