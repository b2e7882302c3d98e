import { parseNumeral } from '../../text/numerals.ts';
import { type Piece, read, unread } from './piece.ts';
import { weekdayNamed } from './read-date.ts';

const EVERY_DAY = /^(?:每天|每日|每一天|天天|每?个?工作日(?:每天)?)$/u;
/** 每周一至周五, 周一到周五每天. */
const EVERY_WEEK = /^(?=每.|.+每天$)每?个?(?:周|星期|礼拜)(.*?)(?:每天)?$/u;
const EVERY_MONTH = /^每个?月的?(.*)$/u;
const EVERY_YEAR =
  /^每年的?([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]?$/u;
const TOO_OFTEN =
  /每隔?(?:半|\d+|[一二两三四五六七八九十]+)?个?(?:小时|钟头|分钟|刻钟)|(?:每天|每日|一天).*(?:\d+|[二两三四五六七八九十])[次遍]/u;
const EVERY_OTHER =
  /每隔?(?:[2-9]|\d{2,}|[二两三四五六七八九十几]+|半)个?(?:周|星期|礼拜|天|日|月|年|季)|隔(?:一个?)?(?:周|星期|礼拜|天|日|月|年)|[单双](?:周|日|号|月)|每个?季/u;
const NTH = /第[\d一二三四五]个?(?:周|星期|礼拜|工作日)|(?:第一|最后一)个(?:周|星期|礼拜|工作日)/u;

const LIST = /[、,和及与跟]/u;
const TO = /[至到-]/u;
const WEEK_PREFIX = /^每?个?(?:周|星期|礼拜)/u;

/**
 * The last three fields of a cron (day of month, month, day of week) of words such as 每周一、三、五;
 * null where they say nothing of repeating. A working day is every day: what falls on a rest day is
 * left out or moved later on, where 调休 is known.
 *
 * @param words without spaces and without the time
 */
export function readRepeat(words: string): Piece<string> | null {
  const refusal = refusalOf(words);
  if (refusal !== null) return unread(refusal);
  if (EVERY_DAY.test(words)) return read('* * *');
  const [, week] = EVERY_WEEK.exec(words) ?? [];
  if (week !== undefined) return weekdays(week);
  const [, month] = EVERY_MONTH.exec(words) ?? [];
  if (month !== undefined) return daysOfMonth(month);
  const [, yearMonth, yearDay] = EVERY_YEAR.exec(words) ?? [];
  if (yearDay === undefined) return null;
  return read(`${parseNumeral(yearDay) ?? 0} ${parseNumeral(yearMonth ?? '') ?? 0} *`);
}

/** What is meant by words and is not done, with what to do instead; null where there is nothing. */
export function refusalOf(words: string): string | null {
  if (TOO_OFTEN.test(words)) {
    return '提醒最多一天一次，不能按小时或者分钟重复。请写成“每天 9:30”或者“每周三 9:30”的形式。';
  }
  if (EVERY_OTHER.test(words)) {
    return '不能按“隔几周”“隔几天”或者按季度重复。可以改成每月固定的日子，例如“每月1日和15日 9:30”，或者按日期分成几条，例如“12月1日 9:30”。';
  }
  if (NTH.test(words)) {
    return '不能按“第几个周几”“第几个工作日”重复。请改成每月固定的日子，例如“每月1日 9:30”。';
  }
  return null;
}

function weekdays(words: string): Piece<string> {
  if (words === '') return unread('没有写每周的哪一天。请写明，例如“每周三 9:30”。');
  if (words === '末') return read('* * 6,7');
  const found = words.split(LIST).flatMap((token) => {
    const [from = '', to, ...more] = token.split(TO).map((one) => one.replace(WEEK_PREFIX, ''));
    if (more.length > 0) return [Number.NaN];
    if (to === undefined) return [...from].map(weekdayOfName).concat(from === '' ? Number.NaN : []);
    return range(weekdayOfName(from), weekdayOfName(to));
  });
  if (!found.every((day) => day >= 1 && day <= 7)) {
    return unread(`没有看懂“每周${words}”。请写成“每周三”“每周一、三、五”或者“每周一至周五”。`);
  }
  return read(`* * ${field(found, 7)}`);
}

function weekdayOfName(name: string): number {
  if (/^[1-7]$/u.test(name)) return Number(name);
  return name.length === 1 ? weekdayNamed(name) || Number.NaN : Number.NaN;
}

function daysOfMonth(words: string): Piece<string> {
  if (words === '') return unread('没有写每月的哪一天。请写明，例如“每月15日 9:30”。');
  const tokens = words.split(LIST);
  const isLast = (token: string) => /^(?:最后[一1]天|月?[底末])$/u.test(token);
  const days = tokens
    .filter((token) => !isLast(token))
    .flatMap((token) => {
      const [from = '', to, ...more] = token.split(TO).map((one) => one.replace(/[日号]$/u, ''));
      if (more.length > 0) return [Number.NaN];
      const first = parseNumeral(from) ?? Number.NaN;
      return to === undefined ? [first] : range(first, parseNumeral(to) ?? Number.NaN);
    });
  if (!days.every((day) => day >= 1 && day <= 31)) {
    return unread(
      `没有看懂“每月${words}”。请写成“每月1日”“每月15日和30日”或者“每月最后一天”，日子在 1 到 31 之间。`,
    );
  }
  const last = tokens.some(isLast) ? ['L'] : [];
  return read(`${[...(days.length === 0 ? [] : [field(days, 31)]), ...last].join(',')} * *`);
}

/** Not a number where the range runs backwards. */
function range(from: number, to: number): number[] {
  if (!(from < to && from >= 1 && to <= 31)) return [Number.NaN];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A field of a cron: the numbers in order, each once; a star where they are all there are. */
export function field(numbers: readonly number[], most: number): string {
  const once = [...new Set(numbers)].sort((one, other) => one - other);
  return once.length === most ? '*' : once.join(',');
}
