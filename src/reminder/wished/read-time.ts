import { parseNumeral } from '../../text/numerals.ts';

/** A time of day as a text names it; `words` are its own. */
export type NamedTime =
  | { readonly ok: true; readonly words: string; readonly time: string }
  | { readonly ok: false; readonly words: string };

/** Study reminders keep to these hours: from eight in the morning until eight in the evening. */
const EARLIEST = '08:00';
const QUIET_FROM = '20:00';
/** What is offered in place of a time in the evening. */
const LATEST_OFFERED = '19:30';

const PART = '凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|早|晚';
const NUMBER =
  '\\d{1,3}|[二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九]?|[〇零一二两三四五六七八九]{1,2}';
/** One digit: 一三五点 are days before an hour. */
const HOUR = NUMBER.replace('{1,2}', '');
const TIME = new RegExp(
  `(${PART})?\\s*(${HOUR})\\s*(?:[:.]\\s*(\\d{1,3})|[点时]\\s*(?:(半|整|钟|一刻|三刻)|(${NUMBER})\\s*分?)?)`,
  'gu',
);
const QUARTERS: Readonly<Record<string, number>> = { 半: 30, 整: 0, 钟: 0, 一刻: 15, 三刻: 45 };
const AFTER_NOON = /下午|傍晚|晚|夜/u;

/** All times of day in a text: `8:30`, 下午三点半, 12点; and the text without them. */
export function timesIn(text: string): {
  readonly times: readonly NamedTime[];
  readonly rest: string;
} {
  const times: NamedTime[] = [];
  const rest = text.replace(TIME, (words, part, hour, minutes, quarter, spoken) => {
    times.push(named(words.trim(), part ?? '', hour, minutes ?? quarter ?? spoken ?? '0'));
    return '';
  });
  return { times, rest };
}

function named(words: string, part: string, hour: string, minutes: string): NamedTime {
  const spoken = parseNumeral(hour) ?? Number.NaN;
  const minute = QUARTERS[minutes] ?? parseNumeral(minutes) ?? Number.NaN;
  const isLater = (AFTER_NOON.test(part) && spoken < 12) || (part === '中午' && spoken < 3);
  const at = isLater ? spoken + 12 : spoken;
  if (!(at >= 0 && at < 24 && minute >= 0 && minute < 60)) return { ok: false, words };
  return { ok: true, words, time: `${two(at)}:${two(minute)}` };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Why no study reminder may come at a time, and a time at which it may. */
export interface QuietTime {
  readonly problem: string;
  readonly instead: string;
}

/** Null where a study reminder may come at a time. */
export function quietTime(time: string): QuietTime | null {
  const instead = time < EARLIEST ? EARLIEST : time >= QUIET_FROM ? LATEST_OFFERED : null;
  if (instead === null) return null;
  return { problem: `没有设为 ${time}：晚上八点到早上八点不发学习提醒。`, instead };
}
