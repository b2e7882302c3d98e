import { Cron } from 'croner';
import { dateIn, timeIn } from '../../clock.ts';
import { cleanWords } from '../../text/clean-words.ts';
import { existsIn } from '../schedule/local-time.ts';
import { occurrences } from '../schedule/occurrences.ts';
import type { Timing } from '../timing.ts';
import { type Piece, read, unread } from './piece.ts';
import { readClock } from './read-clock.ts';
import { readCron } from './read-cron.ts';
import { readDate } from './read-date.ts';
import { readEnd } from './read-end.ts';
import { readRepeat, refusalOf } from './read-repeat.ts';

export type TimingReading =
  | { readonly ok: true; readonly timing: Timing }
  | { readonly ok: false; readonly problem: string };

const NOW = /^(?:现在|立即|立刻|马上|即刻)$/u;
const STARTS =
  /(?:从|自).+(?:起|开始|到|至)|(?:起|开始),?每|^[^每]*(?<![周期拜])[日号天](?:起|开始|至|到|-)[^每]*每/u;
const AROUND =
  /^(?:请|在|于|定于|[,;。 ])+|(?:的?时候|之间|期间|发送|提醒|通知|发出|发布|发|一次|的|[,;。 ])+$/gu;
const TONIGHT: Readonly<Record<string, string>> = {
  今晚: '今天晚上',
  今早: '今天早上',
  明晚: '明天晚上',
  明早: '明天早上',
};
/** Nobody plans a single message further ahead. */
const MOST_YEARS = 2;
const YEAR_MS = 366 * 86_400_000;

const WAYS =
  '可以写“现在”“明天 9:30”“12月1日 下午3点”“每周三 9:30”“每月1日 10:00，截止 2026-12-31”。';
const UNCLEAR = `没有看懂发送时间。${WAYS}`;
const NO_CLOCK = '没有写几点发送。请写明时间，例如“每周三 9:30”“明天 下午3点”。';
const NO_START =
  '不能设定从哪天开始重复。请先存为草稿，到开始那天再确认发送；只发一次的，写明日期和时间。';
const NO_END = '只发一次的提醒不用写截止日期。要重复发送的，请写成“每周三 9:30，截止 12月31日”。';

/** When a reminder is sent, as people write it: 现在, 明天 9:30, 每周一、三、五 12点半，截止 12月31日. */
export function readTiming(text: string, now: Date, zone: string): TimingReading {
  const timing = timingOf(plain(text), now, zone);
  return timing.ok ? { ok: true, timing: timing.value } : timing;
}

function timingOf(text: string, now: Date, zone: string): Piece<Timing> {
  const all = bare(text);
  if (all === '') return unread(`没有写发送时间。${WAYS}`);
  if (NOW.test(all)) return read({ kind: 'now' });
  const refusal = refusalOf(all) ?? (STARTS.test(all) ? NO_START : null);
  if (refusal !== null) return unread(refusal);
  const today = dateIn(zone, now);
  const end = readEnd(text, today);
  if (!end.ok) return end;
  const { endsOn, rest } = end.value;
  const cron = readCron(rest.replace(/ +/gu, ' ').trim());
  if (cron !== null) return cron.ok ? repeated(cron.value, endsOn, null, zone, now) : cron;
  const clock = readClock(rest);
  if (clock === null) return unread(isDay(bare(rest), today) ? NO_CLOCK : UNCLEAR);
  if (!clock.ok) return clock;
  const { time, until } = clock.value;
  const days = bare(clock.value.rest);
  const repeat = readRepeat(days);
  if (repeat !== null) {
    if (!repeat.ok) return repeat;
    const fields = `${Number(time.slice(3))} ${Number(time.slice(0, 2))} ${repeat.value}`;
    return repeated(fields, endsOn, until, zone, now);
  }
  if (days === '') return unread(noDay(time));
  const date = readDate(days, today, timeIn(zone, now).slice(11) < time);
  if (date === null) return unread(UNCLEAR);
  if (!date.ok) return date;
  return endsOn === null ? once(date.value, time, until, zone, now) : unread(NO_END);
}

/** Whether words say a day or days, well or badly. */
function isDay(words: string, today: string): boolean {
  return (readRepeat(words) ?? readDate(words, today, true)) !== null;
}

function noDay(time: string): string {
  const short = time.replace(/^0/u, '');
  return `没有写哪一天发送。请写明，例如“明天 ${short}”“每周三 ${short}”。`;
}

/** Without spaces and what people say around it. */
function bare(text: string): string {
  return text.replaceAll(' ', '').replace(AROUND, '');
}

function once(
  date: string,
  time: string,
  until: string | null,
  zone: string,
  now: Date,
): Piece<Timing> {
  const timing: Timing = { kind: 'once', at: `${date}T${time}`, until };
  if (!existsIn(zone, date, time)) {
    return unread(`${date} 这一天因为调整时钟，没有 ${time} 这个时间。请换一个时间。`);
  }
  if (`${date} ${time}` <= timeIn(zone, now)) {
    return unread(
      `${date} ${time} 已经过去了（现在是 ${timeIn(zone, now)}）。请写以后的时间；要马上发送，请写“现在”。`,
    );
  }
  const latest = new Date(now.getTime() + MOST_YEARS * YEAR_MS);
  if (date > dateIn(zone, latest)) return unread(`${date} 太远了，请核对年份后再发。`);
  return read(timing);
}

/** Makes sure that a repeating one comes at all, and before its end. */
function repeated(
  cron: string,
  endsOn: string | null,
  until: string | null,
  zone: string,
  now: Date,
): Piece<Timing> {
  const timing: Timing = { kind: 'repeat', cron, endsOn, until };
  const first = new Cron(cron, { timezone: zone, mode: '5-part', paused: true }).nextRun(now);
  if (first === null) {
    return unread('日历上没有这样的日子，这条提醒一次也不会发送。请核对月份和日期。');
  }
  if (occurrences(timing, zone, now, first, 1).length > 0) return read(timing);
  return unread(
    `截止日期 ${endsOn} 早于第一次发送的时间 ${timeIn(zone, first)}。请把截止日期改晚一些。`,
  );
}

/** In signs of one kind: half width, one space, one line. */
function plain(text: string): string {
  return cleanWords(text)
    .replace(/[：，；（）／＊＃？]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/[-－—–―~～]+/gu, '-')
    .replace(/今晚|今早|明晚|明早/gu, (word) => TONIGHT[word] ?? word)
    .replace(/每逢/gu, '每')
    .replace(/(\d)T(\d)/gu, '$1 $2')
    .replace(/\s+/gu, ' ')
    .trim();
}
