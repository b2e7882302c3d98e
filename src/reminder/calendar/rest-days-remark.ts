import type { RestDays } from './rest-days.ts';

/**
 * Years of these days whose arrangement of holidays is not at hand, in order.
 *
 * @param dates each `YYYY-MM-DD`
 */
export function unknownYears(dates: readonly string[], restDays: RestDays): number[] {
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))));
  return [...years].filter((year) => !restDays.knows(year)).sort((one, other) => one - other);
}

/** What people have to know where the arrangement of years is not at hand; empty for no year. */
export function restDaysRemark(years: readonly number[]): string {
  if (years.length === 0) return '';
  return `${years.join('年、')}年的放假安排尚未收录，周末和法定节日按休息日处理，调休没有计算在内。放假安排公布后，可以请运维人员用 GANXUN_HOLIDAYS 指定放假安排文件。`;
}
