import { parseNumeral } from '../../text/numerals.ts';
import { timesOfDay } from '../reading/read-clock.ts';
import type { WishedTimes } from './change-wishes.ts';
import { daysIn, timesAWeekIn } from './read-days.ts';

/** What a learner asks for of their study reminders, in a line. */
export type Wish =
  | { readonly kind: 'stop' }
  | { readonly kind: 'resume' }
  /** For so many days; null where it is not said for how long. */
  | { readonly kind: 'pause'; readonly days: number | null }
  | { readonly kind: 'set'; readonly times: WishedTimes }
  | { readonly kind: 'unclear'; readonly problem: string };

/** Longer pauses are a stop. */
const LONGEST_PAUSE_DAYS = 366;
/** No order is longer. */
const LONGEST = 60;

const POLITE = '(?:请|麻烦|帮我|给我|我想|我要|以后)*';
const REMINDER = '(?:每周|每天)?的?(?:学习)?(?:提醒|消息提醒)';
const STOP = new RegExp(
  `^${POLITE}(?:(?:停止|停用|停掉|停了|停|关闭|关掉|取消|退订)(?:掉)?(?:接收|发送)?${REMINDER}|(?:不要|别|不用|不必)(?:再)?(?:给我)?(?:发|推送)?${REMINDER}(?:我)?(?:学习)?|退订)了?$`,
  'u',
);
const RESUME = new RegExp(
  `^${POLITE}(?:(?:恢复|继续|重新开始)${REMINDER}|${REMINDER}(?:恢复|继续))$`,
  'u',
);
const PAUSE = new RegExp(
  `^${POLITE}(?:(?:暂停|先停)${REMINDER}|${REMINDER}(?:暂停|先停))[，,\\s]*(.*)$`,
  'u',
);
/** 暂停一周, as the manual says it. */
const PAUSE_FOR = new RegExp(
  `^${POLITE}(?:暂停|先停)(?:个)?([\\d一二两三四五六七八九十半]+个?(?:天|日|周|星期|礼拜|月))$`,
  'u',
);
const DURATION = /^(.+?)(?:个)?(天|日|周|星期|礼拜|月)$/u;
const UNIT_DAYS: Readonly<Record<string, number>> = {
  ...{ 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 },
};
/** What one may be reminded of; other things are none of this. */
const REMIND_ME =
  /^(?:在)?(?:的?时候)?(?:发|推送)?提醒我?(?:去|来)?(?:学习|学|打卡|复习|做题|做回忆题|记学习)?(?:一下)?$/u;
const AGAIN_AND_AGAIN = /每|周|星期|礼拜|工作日|天天/u;

const HOW_TO_PAUSE = '请写成“暂停提醒两周”，最长一年；不再需要的，发送“停止提醒”。';
const HOW_TO_WISH = '请写明星期和时间，例如“每周二、四 12:30”或者“工作日 8:30”。';

/** What a line asks for; null where it asks for nothing of study reminders. */
export function readWish(raw: string): Wish | null {
  const text = raw
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!！~]+$/u, '');
  if (text.length > LONGEST) return null;
  if (STOP.test(text)) return { kind: 'stop' };
  if (RESUME.test(text)) return { kind: 'resume' };
  const paused = PAUSE.exec(text)?.[1] ?? PAUSE_FOR.exec(text)?.[1];
  if (paused !== undefined) return pauseFor(paused);
  return AGAIN_AND_AGAIN.test(text) && isAboutMe(text) ? readWishedTimes(text) : null;
}

/** Nothing but days, a time and being reminded of learning. */
function isAboutMe(text: string): boolean {
  if (!text.includes('提醒我')) return false;
  const { rest } = pieces(text);
  return REMIND_ME.test(rest.replace(new RegExp(`^${POLITE}`, 'u'), ''));
}

/** Days, a time, how often: what was asked for says one of them at least. */
export function readWishedTimes(raw: string): Exclude<Wish, { kind: 'stop' | 'resume' | 'pause' }> {
  const { days, times, mostAWeek } = pieces(raw.normalize('NFKC').trim());
  const [time, ...others] = times;
  if (others.length > 0) return unclear('一天只提醒一次，请只写一个时间。');
  if (time !== undefined && !time.ok) return unclear(time.problem);
  if (days === null && time === undefined && mostAWeek === null) {
    return unclear(`没有看懂要在什么时候提醒。${HOW_TO_WISH}`);
  }
  if (mostAWeek === 0 || (mostAWeek ?? 0) > 7) return unclear('每周可以提醒 1 到 7 次，请重新写。');
  return { kind: 'set', times: { days, time: time?.value ?? null, mostAWeek } };
}

function unclear(problem: string) {
  return { kind: 'unclear', problem } as const;
}

function pieces(text: string) {
  const often = timesAWeekIn(text);
  // Before the time: 周二十点 is ten o'clock on Tuesdays.
  const { days, rest } = daysIn(often.rest);
  const found = timesOfDay(rest);
  return {
    ...{ days, times: found.times, mostAWeek: often.times },
    rest: found.rest.replace(/[\s，,、。的和及与]+/gu, ''),
  };
}

function pauseFor(words: string): Wish {
  if (words === '') return { kind: 'pause', days: null };
  const [, amount = '', unit = ''] = DURATION.exec(words.replace(/\s/gu, '')) ?? [];
  const number = amount === '半' && unit === '月' ? 0.5 : parseNumeral(amount);
  const days = number === undefined ? 0 : Math.round(number * (UNIT_DAYS[unit] ?? 0));
  if (days < 1 || days > LONGEST_PAUSE_DAYS) {
    return { kind: 'unclear', problem: `没有看懂暂停多久。${HOW_TO_PAUSE}` };
  }
  return { kind: 'pause', days };
}
