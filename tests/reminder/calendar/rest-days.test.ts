import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRestDays } from '../../../src/reminder/calendar/open-rest-days.ts';
import type { RestDays } from '../../../src/reminder/calendar/rest-days.ts';
import { restDaysRemark, unknownYears } from '../../../src/reminder/calendar/rest-days-remark.ts';
import { daysFrom, weekday } from '../../support/zone-minutes.ts';

interface Arrangement {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const SHIPPED: Arrangement = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');

let restDays: RestDays;

beforeAll(async () => {
  restDays = await openRestDays(null);
});

describe('working days and rest days', () => {
  it('are those of the arrangements, day by day, over all years at hand', () => {
    const [first, last] = [restDays.years[0], restDays.years.at(-1)];
    for (const day of daysFrom(`${first}-01-01`, `${last}-12-31`)) {
      const isRest = day in SHIPPED.holidays || (weekday(day) > 5 && !(day in SHIPPED.workdays));
      expect([day, restDays.kindOf(day)]).toEqual([day, isRest ? 'rest' : 'work']);
    }
  });

  it.each([
    ['2026-10-01', 'rest', 'a holiday'],
    ['2026-10-10', 'work', 'a Saturday that is worked to make up'],
    ['2026-10-11', 'rest', 'a plain Sunday'],
    ['2026-10-06', 'rest', 'a Tuesday that is made up for'],
    ['2026-11-25', 'work', 'a plain Wednesday'],
  ])('%s is %s: %s', (day, kind) => {
    expect(restDays.kindOf(day)).toBe(kind);
  });

  it('knows a year only where its data holds it', () => {
    const years = new Set(Object.keys(SHIPPED.holidays).map((day) => Number(day.slice(0, 4))));
    expect(restDays.years).toEqual([...years].sort());
    expect(restDays.knows(2026)).toBe(true);
    expect(restDays.knows(2027)).toBe(false);
  });
});

describe('a year that is not at hand', () => {
  it('has the holidays of the law alone, as the almanac has them', () => {
    const law = [...daysFrom('2027-01-01', '2027-12-31')].filter(
      (day) => restDays.kindOf(day) === 'rest' && weekday(day) <= 5,
    );
    expect(law).toEqual([
      '2027-01-01', // 元旦, a Friday
      '2027-02-05', // 除夕; 初一 and 初二 are a weekend
      '2027-02-08', // 初三
      '2027-04-05', // 清明
      '2027-06-09', // 端午
      '2027-09-15', // 中秋
      '2027-10-01', // 国庆节, which chinese-days takes for a workday
    ]);
  });

  it('is unknown on its other days from Monday to Friday, and rest on Saturdays and Sundays', () => {
    expect(restDays.kindOf('2027-10-04')).toBe('unknown');
    expect(restDays.kindOf('2027-11-24')).toBe('unknown');
    expect(restDays.kindOf('2027-11-27')).toBe('rest');
  });

  it('has the lunar holidays of another calendar, for thirty years', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
      ...{ timeZone: 'UTC', month: 'numeric', day: 'numeric' },
    });
    const lunar = (day: string) => format.format(new Date(`${day}T12:00:00Z`));
    const wanted = new Set(['1/1', '1/2', '1/3', '5/5', '8/15']);
    // The new moon is within minutes of midnight in Beijing, and that calendar is a day off.
    const isDoubtful = (day: string) => /^20(?:27|30)-02/u.test(day);
    for (const day of daysFrom('2027-01-01', '2056-12-31')) {
      if (!wanted.has(lunar(day)) || isDoubtful(day)) continue;
      expect([day, lunar(day), restDays.kindOf(day)]).toEqual([day, lunar(day), 'rest']);
    }
  });

  it.each([
    ['2027-02-06', '2027-02-09'],
    ['2030-02-03', '2030-02-06'],
  ])('begins its 春节 by the almanac: %s', (newYear, fourth) => {
    for (const day of [...daysFrom(newYear, fourth)].slice(0, 3)) {
      expect(restDays.kindOf(day)).toBe('rest');
    }
    expect(restDays.kindOf(fourth)).toBe('unknown');
  });

  it('is told, and nothing is told where all years are at hand', () => {
    const dates = ['2028-03-01', '2026-12-01', '2027-01-04', '2028-01-04'];
    expect(unknownYears(dates, restDays)).toEqual([2027, 2028]);
    expect(restDaysRemark([2027, 2028])).toMatch(
      /^2027年、2028年的放假安排尚未收录.*调休.*GANXUN_HOLIDAYS/u,
    );
    expect(restDaysRemark([])).toBe('');
  });
});

/** As 2026 was arranged, with lunar days of the year. */
const OF_2027: Arrangement = {
  holidays: Object.fromEntries(
    [
      ...['2027-01-01', '2027-01-02', '2027-01-03'],
      ...daysFrom('2027-02-05', '2027-02-11'),
      ...daysFrom('2027-04-03', '2027-04-05'),
      ...daysFrom('2027-05-01', '2027-05-05'),
      '2027-06-09',
      '2027-09-15',
      ...daysFrom('2027-10-01', '2027-10-07'),
    ].map((day) => [day, '放假']),
  ),
  workdays: { '2027-02-20': '春节', '2027-10-09': '国庆节' },
};

async function fileOf(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'holidays-')), 'holidays.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function without(day: string): Arrangement {
  const holidays = Object.entries(OF_2027.holidays).filter(([date]) => date !== day);
  return { ...OF_2027, holidays: Object.fromEntries(holidays) };
}

describe('a file of holidays', () => {
  it('makes its year known, and leaves the others', async () => {
    const own = await openRestDays(await fileOf(OF_2027));
    expect(own.years).toEqual([...restDays.years, 2027]);
    expect(own.kindOf('2027-10-04')).toBe('rest');
    expect(own.kindOf('2027-10-09')).toBe('work');
    expect(own.kindOf('2027-11-24')).toBe('work');
    expect(own.kindOf('2026-10-10')).toBe('work');
  });

  it('replaces the whole of a year that ships', async () => {
    const holidays = Object.fromEntries(
      [...daysFrom('2026-05-01', '2026-05-05'), ...daysFrom('2026-10-01', '2026-10-08')].map(
        (day) => [day, '放假'],
      ),
    );
    const own = await openRestDays(await fileOf({ holidays, workdays: {} }));
    expect(own.kindOf('2026-10-08')).toBe('rest');
    expect(own.kindOf('2026-10-10')).toBe('rest');
    expect(own.kindOf('2026-02-17')).toBe('work');
    expect(own.kindOf('2025-10-01')).toBe('rest');
  });

  it('may hold days of the December before, which change those days alone', async () => {
    const own = await openRestDays(
      await fileOf({ ...OF_2027, workdays: { ...OF_2027.workdays, '2026-12-26': '元旦' } }),
    );
    expect(own.kindOf('2026-12-26')).toBe('work');
    expect(own.kindOf('2026-12-27')).toBe('rest');
    expect(own.kindOf('2026-10-10')).toBe('work');
  });

  it('may have a byte order mark, and the other lists of chinese-days', async () => {
    const own = await openRestDays(
      await fileOf(`\uFEFF${JSON.stringify({ ...OF_2027, inLieuDays: {} })}`),
    );
    expect(own.knows(2027)).toBe(true);
  });

  it.each<[string, unknown, RegExp]>([
    ['is no JSON', '{holidays：}', /不是 JSON 文件/u],
    ['is something else', { days: [] }, /不是放假安排/u],
    ['holds lists', { holidays: ['2027-01-01'], workdays: [] }, /不是放假安排/u],
    ['holds nothing', { holidays: {}, workdays: {} }, /没有放假日/u],
    [
      'holds a day that is none',
      { ...OF_2027, workdays: { '2027-02-30': '春节' } },
      /“2027-02-30”不是日历上的日期/u,
    ],
    [
      'writes a date otherwise',
      { ...OF_2027, holidays: { ...OF_2027.holidays, '2027-1-1': '元旦' } },
      /“2027-1-1”不是日历上的日期/u,
    ],
    [
      'holds a day twice',
      { ...OF_2027, workdays: { '2027-10-01': '国庆节' } },
      /2027-10-01 既写在放假日里，又写在上班日里/u,
    ],
    ['lacks 国庆节', without('2027-10-01'), /2027年的放假日里没有国庆节/u],
    ['lacks 劳动节', without('2027-05-01'), /2027年的放假日里没有劳动节/u],
    [
      'holds a few days of a year',
      { holidays: { '2027-05-01': '', '2027-10-01': '' }, workdays: {} },
      /2027年只有 2 个放假日/u,
    ],
    [
      'holds a working day of another year',
      { ...OF_2027, workdays: { '2029-04-01': '' } },
      /2029年的放假日里没有/u,
    ],
  ])('is refused where it %s', async (_, content, problem) => {
    const path = await fileOf(content);
    await expect(openRestDays(path)).rejects.toMatchObject({
      name: 'UserFacingError',
      message: expect.stringMatching(problem),
    });
    await expect(openRestDays(path)).rejects.toThrow(path);
  });

  it('is refused where it is not there', async () => {
    await expect(openRestDays('/nowhere/holidays.json')).rejects.toThrow(/无法读取/u);
  });
});
