import { parseNumeral } from '../../text/numerals.ts';
import { type Piece, read, unread } from './piece.ts';

/** Times of day as they stand in a text, and the text without them. */
export interface ClockTimes {
  /** `HH:MM` */
  readonly time: string;
  /** End of a window, `HH:MM`; null where there is none. */
  readonly until: string | null;
  readonly rest: string;
}

const ONES = '一二三四五六七八九';
const PART = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚';
const HOUR = `\\d{1,2}|二十[${ONES}]?|十[${ONES}]?|[零〇两${ONES}]`;
const MINUTE = `[二三四五]?十[${ONES}]?|[零〇]?[${ONES}]|\\d{1,2}`;
/** In 周三三点 the hour is the second 三. */
const TIME = `(?:(${PART}) ?)?(?<![周期拜\\d:])(${HOUR})(?: ?: ?(\\d{2})(?!\\d)| ?[点时](?:钟|整)?(?:(半)|([一三13])刻|(${MINUTE})分?(?![\\d年月/-]))?)`;
const TIMES = new RegExp(TIME, 'gu');
const TO = /^ ?(?:-+|至|到) ?$/u;

const SEVERAL =
  '一条提醒一天只发送一次，只能写一个时间。要发多次的，请分成几条；写时间段的，用“9:30—18:00”。';

/** Finds the time of day, or the window of one; null where there is none. */
export function readClock(text: string): Piece<ClockTimes> | null {
  const found = [...text.matchAll(TIMES)];
  const [first, second] = found;
  if (first === undefined) return null;
  const time = timeOf(first, undefined);
  if (!time.ok) return time;
  const start = first.index;
  if (second === undefined) {
    return read({ time: time.value, until: null, rest: cutOut(text, start, endOf(first)) });
  }
  if (found.length > 2 || !TO.test(text.slice(endOf(first), second.index))) {
    return unread(SEVERAL);
  }
  const until = timeOf(second, first[1]);
  if (!until.ok) return until;
  if (until.value <= time.value) {
    return unread(
      `时间段“${text.slice(start, endOf(second))}”的结束不晚于开始。请把早的时间写在前面，并且写在同一天里。`,
    );
  }
  const rest = cutOut(text, start, endOf(second));
  return read({ time: time.value, until: until.value, rest });
}

/** All times of day in a text, none of them a window, and the text without them. */
export function timesOfDay(text: string): {
  readonly times: readonly Piece<string>[];
  readonly rest: string;
} {
  const times = [...text.matchAll(TIMES)].map((match) => timeOf(match, undefined));
  return { times, rest: text.replace(TIMES, ' ') };
}

/** @param partBefore 下午 of 下午2点到5点 */
function timeOf(match: RegExpExecArray, partBefore: string | undefined): Piece<string> {
  const [words, ownPart, hourWords = '', digits, half, quarter, worded] = match;
  const isWorded = digits === undefined;
  const hour = parseNumeral(hourWords) ?? Number.NaN;
  const part = ownPart ?? (hour <= 12 ? partBefore : undefined);
  const minute = minuteOf(digits ?? worded, half, quarter);
  if (!(hour < 24 && minute < 60)) {
    return unread(
      `没有“${words.trim()}”这个时间。请写 0:00 至 23:59 之间的时间，例如“9:30”“下午3点”。`,
    );
  }
  if (part === undefined && isWorded && hour >= 1 && hour <= 6) {
    return unread(
      `“${words.trim()}”看不出是上午还是下午。请写成“下午${words.trim()}”或者“${hour + 12}:${two(minute)}”的形式。`,
    );
  }
  const exact = hourIn(part, hour);
  if (exact === null) {
    return unread(`“${words.trim()}”不像是一个时间。请用 24 小时制写，例如“9:30”“15:00”。`);
  }
  return read(`${two(exact)}:${two(minute)}`);
}

/** Null where the part of the day has no such hour. */
function hourIn(part: string | undefined, hour: number): number | null {
  if (part === undefined) return hour;
  if (part === '凌晨') return hour <= 6 ? hour : null;
  if (part === '中午') {
    if (hour === 11 || hour === 12 || hour === 13 || hour === 14) return hour;
    return hour === 1 || hour === 2 ? hour + 12 : null;
  }
  if (part === '下午' || part === '傍晚' || part === '晚上' || part === '夜里' || part === '晚') {
    if (hour > 12) return hour;
    if (hour === 12) return part === '下午' ? 12 : null;
    return hour === 0 ? null : hour + 12;
  }
  return hour <= 12 ? hour : null;
}

function minuteOf(
  written: string | undefined,
  half: string | undefined,
  quarter: string | undefined,
): number {
  if (half !== undefined) return 30;
  if (quarter !== undefined) return quarter === '三' || quarter === '3' ? 45 : 15;
  return written === undefined ? 0 : (parseNumeral(written) ?? Number.NaN);
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function cutOut(text: string, start: number, end: number): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
