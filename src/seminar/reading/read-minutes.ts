import { cleanWords } from '../../text/clean-words.ts';
import { ORDER_LIMITS } from '../order.ts';
import { isEitherOr, NUMBER, readNumber, TO } from './numbers.ts';
import { type Mention, type PieceReading, read, unread } from './piece.ts';
import { settle } from './settle.ts';

/** A half day of training is three hours of work, as 8:30 to 11:30 with its break; a day is two. */
const HALF_DAY = 180;
const DAY = 2 * HALF_DAY;
/** A lesson (节课, 课时) of schools and 党校. 学时 are counted otherwise from place to place. */
const LESSON = 45;

/** Whoever was asked for a time says it within so many characters. */
const LONGEST_ANSWER = 200;

const UNCLEAR = '没有看出时长。请写明小时或者分钟，例如“3小时”“半天”“120分钟”。';

interface Groups {
  readonly [name: string]: string | undefined;
}

/** Ways to say a time, the more specific first; `minutes` is null where it is no time after all. */
const WAYS: readonly {
  readonly pattern: string;
  minutes(groups: Groups): number | null;
  readonly isVague?: true;
  readonly note?: (words: string, minutes: number) => string;
}[] = [
  {
    pattern: `(?<part>上午|下午|晚上|早上)?\\s*(?<h1>\\d{1,2})(?:[:：](?<m1>\\d{2})|[点时](?:(?<half1>半)|(?<n1>\\d{1,2})分)?)${TO}(?<part2>上午|下午|中午|晚上)?(?<h2>\\d{1,2})(?:[:：](?<m2>\\d{2})|[点时](?:(?<half2>半)|(?<n2>\\d{1,2})分)?)`,
    minutes: betweenClocks,
    note: (words, minutes) => `“${words}”共 ${minutes} 分钟。`,
  },
  {
    pattern: `(?<low>${NUMBER})(?:个)?(?:小时)?${TO}(?<hours>${NUMBER})个?(?:小时|钟头)`,
    minutes: ({ low, hours }) => times(larger(low, hours), 60),
    note: (words, minutes) => `时长写的是“${words}”，按 ${minutes} 分钟准备。`,
  },
  {
    pattern: `(?<low>\\d+)(?:分钟)?${TO}(?<top>\\d+)分钟`,
    minutes: ({ low, top }) => larger(low, top),
    note: (words, minutes) => `时长写的是“${words}”，按 ${minutes} 分钟准备。`,
  },
  {
    pattern: `(?<hours>${NUMBER})个半(?:小时|钟头)`,
    minutes: ({ hours }) => plus(times(readNumber(hours ?? ''), 60), 30),
  },
  { pattern: '半个?(?:小时|钟头)', minutes: () => 30 },
  {
    pattern: `(?<hours>${NUMBER})个?(?:小时|钟头)(?:(?<half>半)|零?(?<rest>${NUMBER})分钟?)?`,
    minutes: ({ hours, half, rest }) =>
      plus(
        times(readNumber(hours ?? ''), 60),
        half !== undefined ? 30 : rest === undefined ? 0 : readNumber(rest),
      ),
  },
  { pattern: '(?<hours>\\d+(?:\\.\\d+)?)\\s*h(?:ours?|rs?)?(?![a-z])', minutes: hoursOf },
  {
    pattern: `(?<count>${NUMBER})\\s*(?:分钟|min(?:utes?|s)?(?![a-z]))`,
    minutes: ({ count }) => readNumber(count ?? ''),
  },
  { pattern: `(?<count>${NUMBER})个半天`, minutes: ({ count }) => of(count, HALF_DAY) },
  {
    pattern: `(?<!第)(?<days>${NUMBER})天半`,
    minutes: ({ days }) => plus(of(days, DAY), HALF_DAY),
  },
  {
    pattern: '半个?(?:天|日|工作日)|(?:一个|一)?(?:上午|下午)(?:半天)?',
    minutes: () => HALF_DAY,
    isVague: true,
  },
  {
    pattern: '一?整天|全天|(?<!第)(?:一|1)个?(?:天|工作日)',
    minutes: () => DAY,
    isVague: true,
  },
  { pattern: `(?<!第)(?<days>${NUMBER})个?(?:天|工作日)`, minutes: ({ days }) => of(days, DAY) },
  {
    pattern: `(?<count>${NUMBER})\\s*(?:节课|个?课时)`,
    minutes: ({ count }) => of(count, LESSON),
    note: (words, minutes) => `“${words}”按每节 ${LESSON} 分钟计，共 ${minutes} 分钟。`,
  },
];

const CREDIT = new RegExp(`(?<count>${NUMBER})\\s*个?学时`, 'gu');

const MATCHERS = WAYS.map((way) => ({ way, matcher: new RegExp(way.pattern, 'giu') }));

/** Every time in a text, from left to right. */
export function findMinutes(text: string): readonly Mention<number>[] {
  const found: Mention<number>[] = [...text.matchAll(CREDIT)].map((one) => ({
    ...spanOf(one),
    reading: inCredits(one.groups?.count ?? '', one[0]),
    isVague: false,
  }));
  for (const { way, matcher } of MATCHERS) {
    for (const one of text.matchAll(matcher)) {
      const span = spanOf(one);
      if (found.some(({ start, end }) => start < span.end && span.start < end)) continue;
      const minutes = way.minutes(one.groups ?? {});
      if (minutes === null) continue;
      const isOpen = isEitherOr(one.groups?.hours ?? one.groups?.count ?? '');
      const open = `时长写的是“${span.words}”，按 ${minutes} 分钟准备。`;
      const note = way.note?.(span.words, minutes) ?? (isOpen ? open : null);
      found.push({
        ...span,
        reading: checkMinutes(minutes, note),
        isVague: way.isVague === true,
      });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A time as somebody says it who was asked for it; a bare number counts as minutes, or as hours. */
export function readMinutes(raw: string): PieceReading<number> {
  const text = cleanWords(raw).slice(0, LONGEST_ANSWER);
  const mentions = findMinutes(text);
  if (mentions.length > 0) return settle(mentions, MINUTES_WORDS);
  const bare = new RegExp(`^(?:大概|大约|约)?(${NUMBER})(?:分|左右|吧|。|\\s)*$`, 'u').exec(text);
  const number = readNumber(bare?.[1] ?? '');
  if (number === null) return unread(UNCLEAR);
  // Nobody means a seminar of eight minutes, nor one of sixty hours.
  return number <= 8
    ? checkMinutes(number * 60, `“${text}”按 ${number} 小时准备。`)
    : checkMinutes(number, `“${text}”按 ${number} 分钟准备。`);
}

export const MINUTES_WORDS = { piece: '时长', inWords: (minutes: number) => `${minutes}分钟` };

/** Whether a kit can be made for so long. */
export function checkMinutes(minutes: number, note: string | null = null): PieceReading<number> {
  const { least, most } = ORDER_LIMITS.minutes;
  const whole = Math.round(minutes);
  if (whole < least) {
    const problem = `${whole} 分钟太短：提出问题、分析原因、研究对策三步各要 10 分钟以上，加上开场、投票和汇报，至少 ${least} 分钟。时间不够的，可以只研讨“问题”一步，另行安排。请重新填写时长。`;
    return unread(problem, [least, 90]);
  }
  if (whole > most) {
    const halves = Math.ceil(whole / HALF_DAY);
    const problem = `${inWords(whole)}太长：一份方案最多安排 ${most} 分钟（一天）。建议拆成 ${halves} 个半天，每个半天一个主题、一份方案。请填写这一次的时长。`;
    return unread(problem, [HALF_DAY, DAY]);
  }
  return read(whole, note);
}

function inWords(minutes: number): string {
  return minutes % DAY === 0 ? `${minutes / DAY} 天` : `${minutes} 分钟`;
}

/** 学时 are 30, 40, 45 or 60 minutes from place to place, so nothing is taken for granted. */
function inCredits(count: string, words: string): PieceReading<number> {
  const number = readNumber(count) ?? 0;
  const { least, most } = ORDER_LIMITS.minutes;
  const options = [number * 45, number * 60].filter((one) => one >= least && one <= most);
  return unread(`“${words}”折合多少分钟，各地规定不同。请写明小时或者分钟。`, options);
}

function spanOf(found: RegExpExecArray) {
  const words = found[0].trim();
  const start = found.index + found[0].indexOf(words);
  return { start, end: start + words.length, words };
}

function betweenClocks(groups: Groups): number | null {
  const clock = (hour = '', minute = '', half?: string) =>
    Number(hour) * 60 + (half === undefined ? Number(minute) : 30);
  const from = clock(groups.h1, groups.m1 ?? groups.n1 ?? '0', groups.half1);
  const to = clock(groups.h2, groups.m2 ?? groups.n2 ?? '0', groups.half2);
  const day = 24 * 60;
  if (from > day || to > day) return null;
  // 下午2点到5点, 上午9点到下午5点, 9点到12点: an end before its beginning is of the other half.
  const isLater = groups.part2 === '下午' && groups.part !== '下午' && to <= 12 * 60;
  const end = isLater || to <= from ? to + 12 * 60 : to;
  return end > from ? end - from : null;
}

function hoursOf({ hours }: Groups): number | null {
  return times(readNumber(hours ?? ''), 60);
}

function of(count: string | undefined, minutes: number): number | null {
  return times(readNumber(count ?? ''), minutes);
}

function larger(one: string | undefined, other: string | undefined): number | null {
  const [low, high] = [readNumber(one ?? ''), readNumber(other ?? '')];
  return low === null || high === null ? null : Math.max(low, high);
}

function times(number: number | null, by: number): number | null {
  return number === null ? null : number * by;
}

function plus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
