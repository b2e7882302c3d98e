import { cleanText } from './clean-text.ts';
import { readNumber } from './numbers.ts';
import { type PieceReading, read, unread } from './piece.ts';

const DAY_MS = 86_400_000;
const NEAR: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};
const WEEKDAYS = '一二三四五六日';
/** Nobody fixes a seminar further ahead. */
const MOST_DAYS_AHEAD = 730;

const UNCLEAR = '没有看出日期。请写成“6月10日”或者“2026-06-10”。';

/**
 * The day of a seminar, as `YYYY-MM-DD`: 6月10日 (the next there is), 2026-06-10, 明天, 下周三.
 *
 * @param today as `YYYY-MM-DD`
 */
export function readDay(raw: string, today: string): PieceReading<string> {
  const text = cleanText(raw);
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
  if (full !== null) return dateOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]?/u.exec(
    text,
  );
  if (short !== null) {
    const [month, day] = [readNumber(short[1] ?? '') ?? 0, readNumber(short[2] ?? '') ?? 0];
    const year = Number(today.slice(0, 4));
    const here = dateOf(year, month, day);
    return here !== 'none' && here >= today ? here : dateOf(year + 1, month, day);
  }
  const near = Object.keys(NEAR).findLast((word) => text.includes(word));
  if (near !== undefined) return daysAfter(today, NEAR[near] ?? 0);
  const [, next, name] = /(下|本|这)?(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text) ?? [];
  if (name === undefined) return null;
  const weekday = WEEKDAYS.indexOf(name === '天' ? '日' : name);
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ahead = weekday - now + (next === '下' ? 7 : 0);
  return daysAfter(today, next === undefined && ahead < 0 ? ahead + 7 : ahead);
}

/** `none` where the calendar has no such day. */
function dateOf(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : 'none';
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
