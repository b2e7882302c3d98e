import { beforeAll, describe, expect, it } from 'vitest';
import { openRestDays } from '../../../src/reminder/calendar/open-rest-days.ts';
import type { RestDays } from '../../../src/reminder/calendar/rest-days.ts';
import { readTiming } from '../../../src/reminder/reading/read-timing.ts';
import { firstOccurrences, neverSends } from '../../../src/reminder/schedule/first-occurrences.ts';
import type { Schedule } from '../../../src/reminder/schedule/sendings.ts';
import { minuteIn } from '../../support/zone-minutes.ts';

const NOW = new Date('2026-11-25T12:00:00+08:00');
const ZONE = 'Asia/Shanghai';

let restDays: RestDays;

beforeAll(async () => {
  restDays = await openRestDays(null);
});

function schedule(when: string, kind: 'study' | 'class', now = NOW, isUrgent = false): Schedule {
  const read = readTiming(when, now, ZONE);
  if (!read.ok) throw new Error(read.problem);
  return { kind, isUrgent, zone: ZONE, timing: read.timing };
}

function shown(at: Date): string {
  const { date, time } = minuteIn(ZONE, at);
  return `${date} ${time}`;
}

function first(when: string, kind: 'study' | 'class', now = NOW, isUrgent = false) {
  const found = firstOccurrences(schedule(when, kind, now, isUrgent), restDays, now, 3);
  return {
    sent: found.sent.map(({ at }) => shown(at)),
    leftOut: found.leftOut.map(({ due, why }) => `${shown(due)} ${why}`),
    unknown: found.unknownYears,
  };
}

describe('the first messages of a reminder', () => {
  it('are told with what is left out between them', () => {
    expect(first('每天 9:30', 'study')).toEqual({
      sent: ['2026-11-26 09:30', '2026-11-27 09:30', '2026-11-30 09:30'],
      leftOut: ['2026-11-28 09:30 rest', '2026-11-29 09:30 rest'],
      unknown: [],
    });
  });

  it('of a notice are told as they are moved', () => {
    const found = firstOccurrences(schedule('每周六 9:30', 'class'), restDays, NOW, 2);
    expect(found.sent.map(({ due, at }) => [shown(due), shown(at)])).toEqual([
      ['2026-11-28 09:30', '2026-11-30 09:30'],
      ['2026-12-05 09:30', '2026-12-07 09:30'],
    ]);
    expect(found.leftOut).toEqual([]);
  });

  it('name the years of which nothing is known', () => {
    expect(first('每月1日 9:30', 'class')).toEqual({
      sent: ['2026-12-01 09:30', '2027-01-04 09:30', '2027-02-01 09:30'],
      leftOut: [],
      unknown: [2027],
    });
  });

  it('of what goes once are one, of what goes at once are now', () => {
    expect(first('明天 9:30', 'study').sent).toEqual(['2026-11-26 09:30']);
    expect(first('现在', 'class').sent).toEqual(['2026-11-25 12:00']);
    const night = new Date('2026-11-27T21:00:00+08:00');
    expect(first('现在', 'class', night).sent).toEqual(['2026-11-30 08:00']);
    expect(first('现在', 'class', night, true).sent).toEqual(['2026-11-27 21:00']);
  });

  it('end with the last day', () => {
    expect(first('每周三 9:30，截止 12月9日', 'study').sent).toEqual([
      '2026-12-02 09:30',
      '2026-12-09 09:30',
    ]);
  });
});

describe('a reminder that would never go', () => {
  it.each([
    ['每周日 9:30', /休息日不发送.*改到工作日/u],
    ['每天 22:00', /20:00 至次日 8:00 不发送.*8:00 至 20:00/u],
    ['每天 20:00', /20:00 至次日 8:00/u],
    ['每天 7:59', /20:00 至次日 8:00/u],
    ['11月28日 9:30', /休息日/u],
    ['明天 22:00', /20:00 至次日 8:00/u],
    ['每年10月1日 9:30', /休息日/u],
    ['每天 9:30，截止 11月29日', null],
    ['每周六、日 9:30，截止 11月30日', /休息日/u],
    ['每天 19:59', null],
    ['每天 8:00', null],
    ['每周三 9:30', null],
    ['每月31日 9:30', null],
  ])('to learners: %s', (when, problem) => {
    const found = neverSends(schedule(when, 'study'), restDays, NOW);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  it.each(['每周日 9:30', '每天 22:00', '11月28日 9:30', '现在', '每年2月29日 9:30'])(
    'is no notice, which is moved: %s',
    (when) => {
      expect(neverSends(schedule(when, 'class'), restDays, NOW)).toBeNull();
    },
  );

  it('is no notice of a day that comes in four years', () => {
    const now = new Date('2028-03-01T08:00:00+08:00');
    expect(neverSends(schedule('每年2月29日 9:30', 'class', now), restDays, now)).toBeNull();
    expect(first('每年2月29日 9:30', 'class', now).sent).toEqual(['2032-03-01 09:30']);
  });

  it('is one whose last day has gone by since it was written', () => {
    const written = schedule('每周三 9:30，截止 12月9日', 'class');
    const later = new Date('2026-12-10T08:00:00+08:00');
    expect(neverSends(written, restDays, later)).toMatch(/没有要发送的时间/u);
  });

  it('is a study reminder sent at once on a rest day or at night', () => {
    const saturday = new Date('2026-11-28T10:00:00+08:00');
    expect(neverSends(schedule('现在', 'study', saturday), restDays, saturday)).toMatch(/休息日/u);
    expect(neverSends(schedule('现在', 'study'), restDays, NOW)).toBeNull();
  });
});
