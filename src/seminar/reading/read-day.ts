import { addDays, calendarDay, weekdayOf } from '../../clock.ts';
import { cleanWords } from '../../text/clean-words.ts';
import { DAYS_AHEAD, WEEKDAY_NAMES, YEARS_AHEAD } from '../../text/day-words.ts';
import { readNumber } from './numbers.ts';
import { type PieceReading, read, unread } from './piece.ts';

const DAY_MS = 86_400_000;
const SHORT =
  /(前年|去年|今年|明年|后年)?的?\s*([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]?/u;
/** 周三, 定在下下周一; what else stands before it (每周三, 隔周三) is another day, or several. */
const WEEKDAY =
  /(?:(?:^|[在到于是为就定改放：:，,。\s])|(?:^|[^上下每隔])(?<which>上+|下+|本|这)[个一]?)(?:周|星期|礼拜)(?<name>[一二三四五六日天])/u;
/** Nobody fixes a seminar further ahead. */
const MOST_DAYS_AHEAD = 730;

const UNCLEAR = '没有看出日期。请写成“6月10日”或者“2026-06-10”。';

/**
 * The day of a seminar, as `YYYY-MM-DD`: 6月10日 (the next there is), 2026-06-10, 明天, 下周三.
 *
 * @param today as `YYYY-MM-DD`
 */
export function readDay(raw: string, today: string): PieceReading<string> {
  const text = cleanWords(raw);
  const day = dayIn(text, today);
  if (day === null) return unread(UNCLEAR);
  if (day === 'none') return unread('日期不对，日历上没有这一天。请核对后再发。');
  if (day < today) return unread(`${day} 已经过去了。请写研讨当天的日期，还没有定的，不用填。`);
  if (daysBetween(today, day) > MOST_DAYS_AHEAD) {
    return unread(`${day} 太远了，请核对年份后再发。`);
  }
  return read(day);
}

function dayIn(text: string, today: string): string | 'none' | null {
  const full = /(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})/u.exec(text);
  if (full !== null) {
    return calendarDay(Number(full[1]), Number(full[2]), Number(full[3])) ?? 'none';
  }
  const short = SHORT.exec(text);
  if (short !== null) return dayOfMonth(short, today);
  const near = Object.keys(DAYS_AHEAD).findLast((word) => text.includes(word));
  return near === undefined ? weekdayIn(text, today) : addDays(today, DAYS_AHEAD[near] ?? 0);
}

/** Without a year it is the next that there is. */
function dayOfMonth([, year, month, day]: readonly string[], today: string): string {
  const dayOf = (years: number) =>
    calendarDay(
      Number(today.slice(0, 4)) + years,
      readNumber(month ?? '') ?? 0,
      readNumber(day ?? '') ?? 0,
    );
  if (year !== undefined) return dayOf(YEARS_AHEAD[year] ?? 0) ?? 'none';
  const here = dayOf(0);
  return here !== null && here >= today ? here : (dayOf(1) ?? 'none');
}

function weekdayIn(text: string, today: string): string | null {
  const { which = '', name } = WEEKDAY.exec(text)?.groups ?? {};
  if (name === undefined) return null;
  const ahead = WEEKDAY_NAMES.indexOf(name === '天' ? '日' : name) + 1 - weekdayOf(today);
  if (which.startsWith('下')) return addDays(today, ahead + 7 * which.length);
  if (which.startsWith('上')) return addDays(today, ahead - 7 * which.length);
  return addDays(today, which === '' && ahead < 0 ? ahead + 7 : ahead);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
