import type { Weekday } from '../../clock.ts';
import { parseNumeral } from '../../text/numerals.ts';

const NUMBERS: Readonly<Record<string, Weekday>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 },
  ...{ 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 },
};
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const DAY = '[一二三四五六日天1-7]';
const WEEK = '(?:每?个?(?:周|星期|礼拜))';
/** 五 of 周一三五点半 is an hour. */
const NO_HOUR = '(?!\\s*十?[点时:.]|\\d)';

const ALL = /每天|每日|天天|每(?=早|晚)/u;
const WORKDAYS = /每?个?工作日/u;
const WEEKEND = /每?个?(?:周末|双休日)/u;
const RANGE = new RegExp(`${WEEK}(${DAY})\\s*(?:到|至|[-~—–])\\s*${WEEK}?(${DAY})${NO_HOUR}`, 'u');
const LIST = new RegExp(
  `${WEEK}\\s*(${DAY}(?:\\s*[、,，和及与/]?\\s*${DAY}${NO_HOUR})*)[、,，和及与]?`,
  'gu',
);
const OFTEN =
  /(?:每|一)个?(?:周|星期|礼拜)(?:最多)?((?:提醒我?)?)([一二两三四五六七八九十\d]{1,2})次/u;

/** The days of the week that a text names, in order; null where it names none. */
export function daysIn(text: string): {
  readonly days: readonly Weekday[] | null;
  readonly rest: string;
} {
  const found = new Set<Weekday>();
  let rest = text;
  const take = (pattern: RegExp, days: (match: RegExpExecArray) => readonly Weekday[]) => {
    const match = pattern.exec(rest);
    if (match === null) return;
    for (const day of days(match)) found.add(day);
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
  };
  take(ALL, () => EVERY_DAY);
  take(WORKDAYS, () => EVERY_DAY.slice(0, 5));
  take(WEEKEND, () => EVERY_DAY.slice(5));
  take(RANGE, ([, from = '', to = '']) =>
    EVERY_DAY.filter((day) => day >= (NUMBERS[from] ?? 8) && day <= (NUMBERS[to] ?? 0)),
  );
  rest = rest.replace(LIST, (_, list: string) => {
    for (const character of list) {
      const day = NUMBERS[character];
      if (day !== undefined) found.add(day);
    }
    return '';
  });
  const days = [...found].sort((one, other) => one - other);
  return { days: days.length === 0 ? null : days, rest };
}

/** 每周三次, which is no 周三; null where a text says nothing of it. */
export function timesAWeekIn(text: string): {
  readonly times: number | null;
  readonly rest: string;
} {
  const match = OFTEN.exec(text);
  if (match === null) return { times: null, rest: text };
  const [whole, kept = '', number = ''] = match;
  return { times: parseNumeral(number) ?? 0, rest: text.replace(whole, kept) };
}
