import type chineseDays from 'chinese-days';
import { addDays } from '../../clock.ts';

/** Days that are the same in every year's calendar: 元旦, 劳动节, 国庆节. */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
/** 端午, 中秋. */
const LUNAR = ['05-05', '08-15'];

/**
 * Holidays that 《全国年节及纪念日放假办法》 as revised in 2024 fixes by itself, without 调休: 元旦, 春节
 * from 除夕 to 初三, 清明, 劳动节, 端午, 中秋, 国庆节.
 */
export function lawDays(year: number, calendar: typeof chineseDays): ReadonlySet<string> {
  const lunar = (day: string) => calendar.getSolarDateFromLunar(`${year}-${day}`).date;
  const newYear = lunar('01-01');
  return new Set([
    ...FIXED.map((day) => `${year}-${day}`),
    ...[-1, 0, 1, 2].map((days) => addDays(newYear, days)),
    calendar.getSolarTermDate(year, 4, 'pure_brightness'),
    ...LUNAR.map(lunar),
  ]);
}
