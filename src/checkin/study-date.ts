import { addDays, calendarDay } from '../clock.ts';

/** How many days back a record may be made up for. */
export const MOST_DAYS_BACK = 7;

export type StudyDate =
  | {
      readonly ok: true;
      /** `YYYY-MM-DD`; null where the text names no day. */
      readonly date: string | null;
      /** The text without the day. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly problem: string };

const RELATIVE: readonly (readonly [word: string, daysBack: number])[] = [
  ['大前天', 3],
  ['前天', 2],
  ['昨天', 1],
  ['昨日', 1],
  ['昨晚', 1],
  ['今天', 0],
  ['今日', 0],
  ['明天', -1],
  ['后天', -2],
];
const WRITTEN =
  /^(?:(\d{4})\s*[年.\-/]\s*)?(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*[日号]?(?![\d年月.\-/])/u;

/** Reads a day at the beginning of a text and makes sure that it may be recorded. */
export function readStudyDate(text: string, today: string): StudyDate {
  const trimmed = text.trim();
  const relative = RELATIVE.find(([word]) => trimmed.startsWith(word));
  if (relative !== undefined) {
    const [word, back] = relative;
    return checked(addDays(today, -back), today, trimmed.slice(word.length));
  }
  const found = WRITTEN.exec(trimmed);
  // 2.3 may be a number of anything; with 月 or a year it is a day.
  if (found === null || (found[1] === undefined && !/月/u.test(found[0]))) {
    return { ok: true, date: null, rest: trimmed };
  }
  const [whole, year, month, day] = found;
  const date = dateOf(year, Number(month), Number(day), today);
  if (date === null) return { ok: false, problem: `没有“${whole.trim()}”这一天，请核对日期。` };
  return checked(date, today, trimmed.slice(whole.length));
}

/** Null where the day may be recorded; else why not. */
export function problemOfDate(date: string, today: string): string | null {
  if (date > today) return '不能记录还没有到的日子，请在学习之后再记。';
  const earliest = addDays(today, -MOST_DAYS_BACK);
  if (date >= earliest) return null;
  return `只能补记最近 ${MOST_DAYS_BACK} 天的学习，最早到 ${dayInWords(earliest)}。`;
}

function checked(date: string, today: string, rest: string): StudyDate {
  const problem = problemOfDate(date, today);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, date, rest: rest.replace(/^[\s,，、:：的]+/u, '') };
}

/** A day without a year is the nearest one in the past; tomorrow stays tomorrow. */
function dateOf(
  year: string | undefined,
  month: number,
  day: number,
  today: string,
): string | null {
  const thisYear = Number(today.slice(0, 4));
  const made = calendarDay(year === undefined ? thisYear : Number(year), month, day);
  if (year !== undefined || made === null || made <= addDays(today, MOST_DAYS_BACK)) return made;
  return calendarDay(thisYear - 1, month, day);
}

const WEEKDAYS = '日一二三四五六';

/** 11月23日（周一）. */
export function dayInWords(date: string): string {
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（周${weekday}）`;
}
