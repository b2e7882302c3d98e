import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../src/reminder/schedule/local-time.ts';
import { occurrences } from '../../../src/reminder/schedule/occurrences.ts';
import type { Timing } from '../../../src/reminder/timing.ts';
import { daysFrom, minutesIn, weekday } from '../../support/zone-minutes.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2025-11-25T00:00:00Z');

/** Days on which something repeats, as plain numbers. */
interface Days {
  readonly weekdays: readonly number[];
  readonly days: readonly (number | 'L')[];
  readonly months: readonly number[];
}

const someDays: fc.Arbitrary<Days> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  days: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('L' as const)), {
      maxLength: 3,
    }),
  ),
  months: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 4, maxLength: 8 }),
  ),
});

const someTime = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${two(hour)}:${two(minute)}`);

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function cronOf(time: string, { weekdays, days, months }: Days): string {
  const field = (values: readonly (number | string)[]) =>
    values.length === 0 ? '*' : values.join(',');
  return `${Number(time.slice(3))} ${Number(time.slice(0, 2))} ${field(days)} ${field(months)} ${field(weekdays)}`;
}

/** Day of month and day of week add to each other where both are said. */
function isOn(date: string, { weekdays, days, months }: Days): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (months.length > 0 && !months.includes(month)) return false;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const byDay = days.some((one) => (one === 'L' ? day === last : one === day));
  const byWeek = weekdays.includes(weekday(date));
  if (days.length === 0) return weekdays.length === 0 || byWeek;
  return byDay || byWeek;
}

/** Walks through every minute and takes down when the clock first shows the time, or has leapt over it. */
function walked(
  time: string,
  days: Days,
  endsOn: string | null,
  zone: string,
  from: Date,
  to: Date,
): Date[] {
  const found: Date[] = [];
  let [done, before] = ['', ''];
  for (const { at, date, time: shown } of minutesIn(zone, new Date(+from - 2 * DAY), to)) {
    const wanted = `${date} ${time}`;
    const isNow =
      shown === time || (before.slice(0, 10) === date && before < wanted && shown > time);
    before = `${date} ${shown}`;
    if (!isNow || done === date) continue;
    done = date;
    if (isOn(date, days) && at > from && (endsOn === null || date <= endsOn)) found.push(at);
  }
  return found;
}

describe('occurrences', () => {
  it.each(ZONES)(
    'are those of a walk through every minute, in %s',
    (zone) => {
      const length = 12 * DAY;
      fc.assert(
        fc.property(
          someTime,
          someDays,
          fc.integer({ min: 0, max: 3 * 365 * DAY }),
          fc.option(fc.integer({ min: 0, max: 12 })),
          (time, days, offset, ends) => {
            const from = new Date(START + offset);
            const to = new Date(START + offset + length);
            const endsOn =
              ends === null ? null : new Date(+from + ends * DAY).toISOString().slice(0, 10);
            const timing: Timing = {
              kind: 'repeat',
              cron: cronOf(time, days),
              endsOn,
              until: null,
            };
            expect(occurrences(timing, zone, from, to, 50)).toEqual(
              walked(time, days, endsOn, zone, from, to),
            );
          },
        ),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it.each([
    ['2026-03-27T00:00:00Z', 'an hour is leapt over'],
    ['2026-10-23T00:00:00Z', 'an hour comes twice'],
    ['2027-03-26T00:00:00Z', 'an hour is leapt over'],
    ['2027-10-29T00:00:00Z', 'an hour comes twice'],
    ['2028-03-24T00:00:00Z', 'an hour is leapt over'],
  ])('are so in Berlin after %s, when %s', (start) => {
    const days: Days = { weekdays: [], days: [], months: [] };
    const [from, to] = [new Date(start), new Date(Date.parse(start) + 4 * DAY)];
    for (const time of ['00:30', '01:59', '02:00', '02:30', '02:59', '03:00', '09:30']) {
      const timing: Timing = {
        kind: 'repeat',
        cron: cronOf(time, days),
        endsOn: null,
        until: null,
      };
      expect(occurrences(timing, 'Europe/Berlin', from, to, 50)).toEqual(
        walked(time, days, null, 'Europe/Berlin', from, to),
      );
    }
  });

  it.each([
    ['Asia/Shanghai', () => 8],
    ['Asia/Urumqi', () => 6],
    ['UTC', () => 0],
    ['Europe/Berlin', (date: string) => (isSummer(date) ? 2 : 1)],
  ] as const)(
    'are those of three years day by day, by the rule of %s',
    (zone, ahead) => {
      fc.assert(
        fc.property(
          someDays,
          fc.integer({ min: 4, max: 23 }),
          fc.integer({ min: 0, max: 59 }),
          (days, hour, minute) => {
            const time = `${two(hour)}:${two(minute)}`;
            const wanted = [...daysFrom('2026-01-01', '2028-12-31')]
              .filter((date) => isOn(date, days))
              .map((date) => new Date(Date.parse(`${date}T${time}Z`) - ahead(date) * HOUR));
            const timing: Timing = {
              ...{ kind: 'repeat', cron: cronOf(time, days), endsOn: '2028-12-31', until: null },
            };
            const from = new Date(Date.parse('2026-01-01T00:00:00Z') - ahead('2026-01-01') * HOUR);
            const to = new Date('2029-01-02T00:00:00Z');
            expect(occurrences(timing, zone, from, to, 2000)).toEqual(wanted);
          },
        ),
        { numRuns: 10 },
      );
    },
    120_000,
  );

  it('begin after `from` and go up to `to`, so that windows join without a gap or a double', () => {
    const timing: Timing = { kind: 'repeat', cron: '30 9 * * *', endsOn: null, until: null };
    const whole = occurrences(
      timing,
      'Asia/Shanghai',
      new Date(START),
      new Date(START + 40 * DAY),
      99,
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 * DAY - 1 }), { maxLength: 12 }),
        (cuts) => {
          const exact = whole.slice(3, 5).map((at) => +at - START);
          const edges = [0, ...cuts, ...exact, 40 * DAY].sort((one, other) => one - other);
          const joined = edges
            .slice(1)
            .flatMap((edge, index) =>
              occurrences(
                timing,
                'Asia/Shanghai',
                new Date(START + (edges[index] ?? 0)),
                new Date(START + edge),
                99,
              ),
            );
          expect(joined).toEqual(whole);
        },
      ),
    );
  });

  it('of one that goes once is its time, and no more', () => {
    const timing: Timing = { kind: 'once', at: '2026-12-01T09:30', until: null };
    const at = new Date('2026-12-01T01:30:00Z');
    const of = (from: number, to: number) =>
      occurrences(timing, 'Asia/Shanghai', new Date(+at + from), new Date(+at + to), 5);
    expect(of(-1, 0)).toEqual([at]);
    expect(of(0, DAY)).toEqual([]);
    expect(of(-DAY, -1)).toEqual([]);
  });

  it('are as many as are asked for, and none of what is sent at once', () => {
    const timing: Timing = { kind: 'repeat', cron: '30 9 * * *', endsOn: null, until: null };
    const [from, to] = [new Date(START), new Date(START + 40 * DAY)];
    expect(occurrences(timing, 'UTC', from, to, 3)).toHaveLength(3);
    expect(occurrences(timing, 'UTC', from, to, 0)).toEqual([]);
    expect(occurrences({ kind: 'now' }, 'UTC', from, to, 3)).toEqual([]);
  });

  it('include the last day', () => {
    const timing: Timing = {
      ...{ kind: 'repeat', cron: '30 23 * * *', endsOn: '2026-12-02', until: null },
    };
    const from = new Date('2026-12-01T00:00:00Z');
    const found = occurrences(timing, 'Asia/Shanghai', from, new Date(+from + 9 * DAY), 9);
    expect(found.at(-1)).toEqual(new Date('2026-12-02T15:30:00Z'));
  });
});

describe('the instant of a local time', () => {
  it('is the first minute that shows it, or the first after a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES, 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
        fc.integer({ min: 0, max: 3 * 365 }),
        someTime,
        (zone, day, time) => {
          const date = new Date(START + day * DAY).toISOString().slice(0, 10);
          const [at] = walked(
            time,
            { weekdays: [], days: [], months: [] },
            date,
            zone,
            new Date(Date.parse(`${date}T00:00:00Z`) - 15 * HOUR),
            new Date(Date.parse(`${date}T00:00:00Z`) + 40 * HOUR),
          ).filter((one) => inZone(zone, one) === date);
          expect(instantAt(zone, date, time)).toEqual(at);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    ['Asia/Shanghai', '2026-11-25', '09:30', '2026-11-25T01:30:00.000Z'],
  ])('of %s, %s %s is %s', (zone, date, time, at) => {
    expect(instantAt(zone, date, time).toISOString()).toBe(at);
  });
});

function inZone(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
}

/** Of the European Union, for times after three in the morning. */
function isSummer(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month, 0));
    last.setUTCDate(last.getUTCDate() - last.getUTCDay());
    return last.toISOString().slice(0, 10);
  };
  return date >= lastSunday(3) && date < lastSunday(10);
}
