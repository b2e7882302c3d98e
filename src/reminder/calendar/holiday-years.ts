import { z } from 'zod';
import { calendarDay } from '../../clock.ts';

/** An arrangement of holidays as chinese-days writes it: days of rest, and days worked to make up. */
export const holidayFile = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/** A day's kind by its date, of the years whose arrangement is whole. */
export interface HolidayYears {
  readonly days: ReadonlyMap<string, 'work' | 'rest'>;
  readonly years: readonly number[];
}

export type HolidayReading =
  | { readonly ok: true; readonly value: HolidayYears }
  | { readonly ok: false; readonly problem: string };

/** The law itself gave 11 days up to 2024, and 13 since; no arrangement has fewer. */
const FEWEST = 11;
/** Without these no year is whole. */
const MUST_HAVE = [
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const;

/**
 * Checks an arrangement. Of the year before its first, it may hold days of December: the notice of a
 * year may arrange those around 元旦.
 */
export function readHolidays({ holidays, workdays }: z.infer<typeof holidayFile>): HolidayReading {
  const [rest, work] = [Object.keys(holidays), Object.keys(workdays)];
  const wrong = [...rest, ...work].find((date) => !isDay(date));
  if (wrong !== undefined) {
    return problem(`“${wrong}”不是日历上的日期，请写成“2027-01-01”的形式。`);
  }
  const both = rest.find((date) => date in workdays);
  if (both !== undefined) return problem(`${both} 既写在放假日里，又写在上班日里，请核对。`);
  const all = [...rest, ...work];
  const years = yearsOf(all).filter((year) => !isSpill(year, all));
  if (years.length === 0) return problem('里面没有放假日，请核对。');
  for (const year of years) {
    const found = problemOfYear(year, rest);
    if (found !== null) return problem(found);
  }
  return { ok: true, value: { days: kindsOf(rest, work), years } };
}

function yearsOf(dates: readonly string[]): number[] {
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))));
  return [...years].sort((one, other) => one - other);
}

function isSpill(year: number, dates: readonly string[]): boolean {
  const months = new Set(dates.filter(isIn(year)).map((date) => date.slice(5, 7)));
  return dates.some(isIn(year + 1)) && months.size === 1 && months.has('12');
}

function isIn(year: number): (date: string) => boolean {
  return (date) => date.startsWith(`${year}-`);
}

function problemOfYear(year: number, holidays: readonly string[]): string | null {
  const missing = MUST_HAVE.find(([day]) => !holidays.includes(`${year}-${day}`));
  if (missing !== undefined) {
    return `${year}年的放假日里没有${missing[1]}（${year}-${missing[0]}），请补全这一年的安排。`;
  }
  const count = holidays.filter(isIn(year)).length;
  if (count >= FEWEST) return null;
  return `${year}年只有 ${count} 个放假日，不是完整的全年安排，请补全。`;
}

function kindsOf(rest: readonly string[], work: readonly string[]): Map<string, 'work' | 'rest'> {
  return new Map([
    ...rest.map((date) => [date, 'rest'] as const),
    ...work.map((date) => [date, 'work'] as const),
  ]);
}

function isDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  return day !== undefined && calendarDay(Number(year), Number(month), Number(day)) === date;
}

function problem(words: string): HolidayReading {
  return { ok: false, problem: words };
}
