import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRestDays } from '../../../src/reminder/calendar/open-rest-days.ts';
import type { RestDays } from '../../../src/reminder/calendar/rest-days.ts';
import { learnersTime, sendingTime } from '../../../src/reminder/schedule/sending-time.ts';
import { type Schedule, sendings } from '../../../src/reminder/schedule/sendings.ts';
import { daysFrom, minuteIn, minutesIn } from '../../support/zone-minutes.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'] as const;
const DAY = 86_400_000;
const START = Date.parse('2025-01-01T00:00:00Z');
/** Two years at hand and one that is not. */
const THREE_YEARS = 3 * 365 * DAY;

let restDays: RestDays;

beforeAll(async () => {
  restDays = await openRestDays(null);
});

const someInstant = fc
  .integer({ min: 0, max: THREE_YEARS / 60_000 })
  .map((minute) => new Date(START + minute * 60_000));

function isAllowed(time: string): boolean {
  return time >= '08:00' && time < '20:00';
}

/** Walks from minute to minute until one is allowed. */
function walked(instant: Date, zone: string): Date {
  const due = minuteIn(zone, instant);
  const isRestDay = restDays.kindOf(due.date) === 'rest';
  const from = new Date(+instant - 1);
  for (const { at, date, time } of minutesIn(zone, from, new Date(+instant + 20 * DAY))) {
    if (restDays.kindOf(date) === 'rest' || !isAllowed(time)) continue;
    if (isRestDay && isAllowed(due.time) && time !== due.time) continue;
    return at;
  }
  throw new Error('Nothing is allowed within twenty days');
}

describe('a notice', () => {
  it.each(ZONES)(
    'goes at the first allowed minute, over three years, in %s',
    (zone) => {
      fc.assert(
        fc.property(someInstant, (instant) => {
          expect(sendingTime('class', false, instant, zone, restDays)).toEqual({
            ...{ kind: 'at', at: walked(instant, zone), notAfter: null },
          });
        }),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  it.each([
    ['2026-11-25 07:59', '2026-11-25 08:00', 'before eight'],
    ['2026-11-25 08:00', '2026-11-25 08:00', 'at eight'],
    ['2026-11-25 19:59', '2026-11-25 19:59', 'before the evening'],
    ['2026-11-25 20:00', '2026-11-26 08:00', 'in the evening'],
    ['2026-11-27 21:00', '2026-11-30 08:00', 'on a Friday evening'],
    ['2026-11-28 09:30', '2026-11-30 09:30', 'on a Saturday'],
    ['2026-11-28 22:00', '2026-11-30 08:00', 'on a Saturday night'],
    ['2026-11-28 03:00', '2026-11-30 08:00', 'early on a Saturday'],
    ['2026-10-10 09:30', '2026-10-10 09:30', 'on a Saturday that is worked'],
    ['2026-10-01 09:30', '2026-10-08 09:30', 'within a week of holidays'],
    ['2027-10-01 09:30', '2027-10-04 09:30', 'on a holiday of a year that is not at hand'],
    ['2027-10-05 09:30', '2027-10-05 09:30', 'on a day of which nothing is known'],
  ])('of %s goes %s: %s', (due, at) => {
    const sent = sendingTime('class', false, local(due), 'Asia/Shanghai', restDays);
    expect(sent).toEqual({ kind: 'at', at: local(at), notAfter: null });
  });

  it('goes at its time where it is urgent, whatever day it is', () => {
    fc.assert(
      fc.property(someInstant, (at) => {
        const sent = sendingTime('class', true, at, 'Asia/Shanghai', restDays);
        expect(sent).toEqual({ kind: 'at', at, notAfter: null });
      }),
    );
  });

  it('is left out where the next one is due by then, and else may come until that', () => {
    const [saturday, sunday, monday] = ['28', '29', '30'].map((day) =>
      local(`2026-11-${day} 09:30`),
    );
    const of = (due: Date | undefined, next: Date | undefined) =>
      sendingTime('class', false, due as Date, 'Asia/Shanghai', restDays, next);
    expect(of(saturday, sunday)).toEqual({ kind: 'left-out', why: 'overtaken' });
    expect(of(sunday, monday)).toEqual({ kind: 'left-out', why: 'overtaken' });
    const tuesday = local('2026-12-01 09:30');
    expect(of(monday, tuesday)).toEqual({ kind: 'at', at: monday, notAfter: tuesday });
  });

  it.each(['09:30', '06:00', '21:15'])(
    'of every day at %s goes once on each working day of two years',
    (time) => {
      const sent = sendings(
        {
          ...{ kind: 'class', isUrgent: false, zone: 'Asia/Shanghai' },
          timing: {
            ...{ kind: 'repeat', endsOn: null, until: null },
            cron: `${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * *`,
          },
        },
        restDays,
        local('2024-12-31 23:59'),
        local('2026-12-29 23:59'),
        2000,
      ).flatMap((one) => (one.time.kind === 'at' ? [minuteIn('Asia/Shanghai', one.time.at)] : []));
      const workdays = [...daysFrom('2025-01-01', '2026-12-29')].filter(
        (day) => restDays.kindOf(day) === 'work',
      );
      // What is due in the evening of the last day goes on the next.
      const wanted = time > '20:00' ? [...workdays, '2026-12-30'] : workdays;
      expect(sent.map(({ date }) => date)).toEqual(wanted);
      expect(new Set(sent.map((one) => one.time))).toEqual(
        new Set([isAllowed(time) ? time : '08:00']),
      );
    },
  );
});

it('a notice is asked for one at a time as well, and the next is known', () => {
  const schedule: Schedule = {
    ...{ kind: 'class', isUrgent: false, zone: 'Asia/Shanghai' },
    timing: { kind: 'repeat', cron: '30 9 * * *', endsOn: null, until: null },
  };
  const [friday, saturday] = [local('2026-11-27 09:30'), local('2026-11-28 09:30')];
  const one = (from: Date) => sendings(schedule, restDays, from, local('2026-12-31 00:00'), 1);
  expect(one(local('2026-11-27 00:00'))).toEqual([
    { due: friday, time: { kind: 'at', at: friday, notAfter: saturday } },
  ]);
  expect(one(friday)).toEqual([{ due: saturday, time: { kind: 'left-out', why: 'overtaken' } }]);
});

describe('a study reminder', () => {
  it.each(ZONES)('goes at its time by day on days that are no rest days, in %s', (zone) => {
    fc.assert(
      fc.property(someInstant, (instant) => {
        const { date, time } = minuteIn(zone, instant);
        const sent = sendingTime('study', false, instant, zone, restDays);
        if (restDays.kindOf(date) === 'rest') {
          expect(sent).toEqual({ kind: 'left-out', why: 'rest' });
        } else if (!isAllowed(time)) {
          expect(sent).toEqual({ kind: 'left-out', why: 'quiet' });
        } else {
          expect(sent).toMatchObject({ kind: 'at', at: instant });
          const end = sent.kind === 'at' ? sent.notAfter : null;
          expect(minuteIn(zone, end as Date)).toMatchObject({ date, time: '20:00' });
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string | null, string, string, string]>([
    ['2026-11-25 09:30', '18:00', '12:15', '2026-11-25 12:15', 'inside the window'],
    ['2026-11-25 09:30', '18:00', '09:30', '2026-11-25 09:30', 'at its beginning'],
    ['2026-11-25 09:30', '18:00', '18:00', '2026-11-25 18:00', 'at its end'],
    ['2026-11-25 09:30', '18:00', '18:01', '2026-11-25 09:30', 'after it'],
    ['2026-11-25 09:30', '18:00', '08:00', '2026-11-25 09:30', 'before it'],
    ['2026-11-25 09:30', null, '12:15', '2026-11-25 09:30', 'where there is none'],
  ])('of %s until %s for one who wants %s comes %s: %s', (due, until, time, at) => {
    expect(learnersTime(local(due), until, time, 'Asia/Shanghai')).toEqual(local(at));
  });

  it('comes at the local time that a learner chose, on the day on which clocks change', () => {
    const due = new Date('2026-03-29T00:30:00Z');
    const at = learnersTime(due, '18:00', '12:00', 'Europe/Berlin');
    expect(at.toISOString()).toBe('2026-03-29T10:00:00.000Z');
  });
});

it('a service message goes at once', () => {
  const at = local('2026-10-01 23:30');
  expect(sendingTime('service', false, at, 'Asia/Shanghai', restDays)).toEqual({
    ...{ kind: 'at', at, notAfter: null },
  });
});

/** Of Beijing. */
function local(time: string): Date {
  return new Date(`${time.replace(' ', 'T')}:00+08:00`);
}
