/** Days that are named from today, and how many days ahead they are. The longer of two that end alike comes later. */
export const DAYS_AHEAD: Readonly<Record<string, number>> = {
  昨天: -1,
  昨日: -1,
  前天: -2,
  大前天: -3,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};

/** Years that are named from this one. */
export const YEARS_AHEAD: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  今年: 0,
  明年: 1,
  后年: 2,
};

/** Monday first. */
export const WEEKDAY_NAMES = '一二三四五六日';
