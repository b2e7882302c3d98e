import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { weekdayOf } from '../../clock.ts';
import { messageOf, UserFacingError } from '../../errors.ts';
import { type HolidayYears, holidayFile, readHolidays } from './holiday-years.ts';
import { lawDays } from './law-days.ts';
import type { DayKind, RestDays } from './rest-days.ts';

/**
 * The arrangements of holidays that ship, over which those of a file go, year by year.
 *
 * @param file path; null where there is none
 * @throws UserFacingError where the file cannot be used
 */
export async function openRestDays(file: string | null): Promise<RestDays> {
  const shipped = await readShipped();
  const own = file === null ? null : await readOwn(file);
  // Costs little, but nobody needs it before there are reminders.
  const { default: calendar } = await import('chinese-days');
  const law = new Map<number, ReadonlySet<string>>();
  const lawOf = (year: number) => {
    const days = law.get(year) ?? lawDays(year, calendar);
    law.set(year, days);
    return days;
  };
  return restDaysOf(own === null ? shipped : laidOver(shipped, own), lawOf);
}

function restDaysOf(
  { days, years }: HolidayYears,
  lawOf: (year: number) => ReadonlySet<string>,
): RestDays {
  const known = new Set(years);
  const kindOf = (date: string): DayKind => {
    const arranged = days.get(date);
    if (arranged !== undefined) return arranged;
    if (weekdayOf(date) > 5) return 'rest';
    const year = Number(date.slice(0, 4));
    if (known.has(year)) return 'work';
    return lawOf(year).has(date) ? 'rest' : 'unknown';
  };
  return { years, knows: (year) => known.has(year), kindOf };
}

/** A year of `own` replaces the whole of it; what else `own` holds are single days. */
function laidOver(shipped: HolidayYears, own: HolidayYears): HolidayYears {
  const replaced = new Set(own.years);
  const kept = [...shipped.days].filter(([date]) => !replaced.has(Number(date.slice(0, 4))));
  return {
    days: new Map([...kept, ...own.days]),
    years: [...new Set([...shipped.years, ...own.years])].sort((one, other) => one - other),
  };
}

async function readShipped(): Promise<HolidayYears> {
  const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const read = readHolidays(holidayFile.parse(JSON.parse(await readFile(path, 'utf8'))));
  if (!read.ok) throw new Error(`Cannot use the holidays of chinese-days: ${read.problem}`);
  return read.value;
}

async function readOwn(file: string): Promise<HolidayYears> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw refused(file, `无法读取（${messageOf(error)}），请核对路径和权限。`);
  });
  const parsed = holidayFile.safeParse(parsedJson(file, text));
  if (!parsed.success) {
    const shape = '{"holidays": {"2027-01-01": "元旦"}, "workdays": {"2027-01-31": "春节"}}';
    throw refused(file, `里面的内容不是放假安排，请写成 ${shape} 的形式。`);
  }
  const read = readHolidays(parsed.data);
  if (!read.ok) throw refused(file, read.problem);
  return read.value;
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw refused(file, '不是 JSON 文件，请核对格式（标点要用英文半角）。');
  }
}

function refused(file: string, why: string): UserFacingError {
  return new UserFacingError(`放假安排文件（GANXUN_HOLIDAYS=${file}）不能使用：${why}`);
}
