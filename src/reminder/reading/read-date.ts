import { addDays, calendarDay, weekdayOf } from '../../clock.ts';
import { DAYS_AHEAD, WEEKDAY_NAMES, YEARS_AHEAD } from '../../text/day-words.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { type Piece, read, unread } from './piece.ts';

const NUMBER = '[\\d一二三四五六七八九十]{1,3}';
const FULL = /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})[日号]?$/u;
const SHORT = new RegExp(`^(今年|明年|后年)?的?(${NUMBER})月(${NUMBER})[日号]?$`, 'u');
const AWAY = new RegExp(`^(${NUMBER})天(?:之|以)?后$`, 'u');
const OF_MONTH = new RegExp(`^(本月|这个?月|下个?月)?的?(${NUMBER})[日号]$`, 'u');
const WEEKDAY = /^(本|这个?|下+个?)?(?:周|星期|礼拜)([一二三四五六日天])$/u;
/** 12月2日（周三）. */
const CONFIRMED = /^(.+?)\(?(?:周|星期|礼拜)([一二三四五六日天])\)?$/u;
/** A day without a year that lies no further back is a slip; further back, next year is meant. */
const SLIP_DAYS = 183;

/**
 * The day of a reminder that goes once, as `YYYY-MM-DD`; null where the words are no day.
 *
 * @param words without spaces and without the time
 * @param isLater whether the time of day is still ahead today
 */
export function readDate(words: string, today: string, isLater: boolean): Piece<string> | null {
  const day = dayIn(words, today, isLater);
  if (day !== null) return day;
  const [, before = '', name = ''] = CONFIRMED.exec(words) ?? [];
  const confirmed = before === '' ? null : dayIn(before, today, isLater);
  if (confirmed === null || !confirmed.ok) return confirmed;
  if (weekdayOf(confirmed.value) === weekdayNamed(name)) return confirmed;
  const right = WEEKDAY_NAMES[weekdayOf(confirmed.value) - 1];
  return unread(`${confirmed.value} 是周${right}，不是周${name}。请核对后再发。`);
}

/** Monday is 1. */
export function weekdayNamed(name: string): number {
  return WEEKDAY_NAMES.indexOf(name === '天' ? '日' : name) + 1;
}

function dayIn(words: string, today: string, isLater: boolean): Piece<string> | null {
  const ahead = DAYS_AHEAD[words];
  if (ahead !== undefined) return read(addDays(today, ahead));
  const [, away] = AWAY.exec(words) ?? [];
  if (away !== undefined) return read(addDays(today, parseNumeral(away) ?? 0));
  const [, year, month, day] = FULL.exec(words) ?? [];
  if (day !== undefined) return real(calendarDay(Number(year), Number(month), Number(day)), words);
  const short = SHORT.exec(words);
  if (short !== null) return real(dayOfYear(short, today), words);
  const ofMonth = OF_MONTH.exec(words);
  if (ofMonth !== null) return real(dayOfMonth(ofMonth, today, isLater), words);
  const [, which = '', name] = WEEKDAY.exec(words) ?? [];
  return name === undefined ? null : read(dayOfWeek(which, weekdayNamed(name), today, isLater));
}

function dayOfYear([, named, month, day]: readonly string[], today: string): string | null {
  const year = Number(today.slice(0, 4));
  const dayIn = (ofYear: number) =>
    calendarDay(ofYear, parseNumeral(month ?? '') ?? 0, parseNumeral(day ?? '') ?? 0);
  if (named !== undefined) return dayIn(year + (YEARS_AHEAD[named] ?? 0));
  const here = dayIn(year);
  return here !== null && here >= addDays(today, -SLIP_DAYS) ? here : dayIn(year + 1);
}

/** 15号 without a month is the next there is. */
function dayOfMonth(
  [, which, day]: readonly string[],
  today: string,
  isLater: boolean,
): string | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const dayIn = (ahead: number) => {
    const first = new Date(Date.UTC(year, month - 1 + ahead, 1));
    const number = parseNumeral(day ?? '') ?? 0;
    return calendarDay(first.getUTCFullYear(), first.getUTCMonth() + 1, number);
  };
  if (which !== undefined) return dayIn(which.startsWith('下') ? 1 : 0);
  const here = dayIn(0);
  return here !== null && (here > today || (here === today && isLater)) ? here : dayIn(1);
}

function dayOfWeek(which: string, weekday: number, today: string, isLater: boolean): string {
  const ahead = weekday - weekdayOf(today);
  if (which !== '') return addDays(today, ahead + 7 * (which.match(/下/gu)?.length ?? 0));
  return addDays(today, ahead > 0 || (ahead === 0 && isLater) ? ahead : ahead + 7);
}

function real(day: string | null, words: string): Piece<string> {
  return day === null ? unread(`日历上没有“${words}”这一天。请核对日期后再发。`) : read(day);
}
