import { calendarDay } from '../../clock.ts';
import { YEARS_AHEAD } from '../../text/day-words.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { type Piece, read, unread } from './piece.ts';

/** The last day of a reminder, and the text without it. */
export interface EndDay {
  /** `YYYY-MM-DD`; null where none is written. */
  readonly endsOn: string | null;
  readonly rest: string;
}

const NUMBER = '[\\d一二三四五六七八九十]{1,3}';
const DAY = `(?:(\\d{4})[-年./] ?(\\d{1,2})[-月./] ?(\\d{1,2})[日号]?|(今年|明年|后年)?(?:(${NUMBER})月(${NUMBER})[日号]?|的?(年底)))`;
const BEFORE = '(?:截止(?:日期|时间)?(?:到|至|于|为|是)?|截至|直到|到|至) ?:? ?';
const AFTER = '(?:为止|截止|结束|止)';
const END = new RegExp(
  `[,;] ?${BEFORE}${DAY}${AFTER}?|${BEFORE}${DAY}${AFTER}?|${DAY}${AFTER}`,
  'u',
);

/** Finds 截止 2026-12-31, 到12月31日, 至年底. Without a year it is the next there is. */
export function readEnd(text: string, today: string): Piece<EndDay> {
  const found = END.exec(text);
  if (found === null) return read({ endsOn: null, rest: text });
  const groups = found.slice(1);
  const at = [0, 7, 14].find((from) => groups.slice(from, from + 7).some((one) => one)) ?? 0;
  const endsOn = dayOf(groups.slice(at, at + 7), today);
  if (endsOn === null) {
    return unread(`截止日期“${found[0].replace(/^[,; ]+/u, '')}”在日历上没有，请核对后再发。`);
  }
  if (endsOn < today) return unread(`截止日期 ${endsOn} 已经过去了。请写以后的日期。`);
  const [start, end] = [found.index, found.index + found[0].length];
  return read({ endsOn, rest: `${text.slice(0, start)} ${text.slice(end)}` });
}

function dayOf(groups: readonly (string | undefined)[], today: string): string | null {
  const [year, month, day, named, shortMonth, shortDay, yearEnd] = groups;
  if (year !== undefined) return calendarDay(Number(year), Number(month), Number(day));
  const thisYear = Number(today.slice(0, 4));
  const dayIn = (ofYear: number) =>
    yearEnd === undefined
      ? calendarDay(ofYear, parseNumeral(shortMonth ?? '') ?? 0, parseNumeral(shortDay ?? '') ?? 0)
      : `${ofYear}-12-31`;
  if (named !== undefined) return dayIn(thisYear + (YEARS_AHEAD[named] ?? 0));
  const here = dayIn(thisYear);
  return here !== null && here >= today ? here : dayIn(thisYear + 1);
}
