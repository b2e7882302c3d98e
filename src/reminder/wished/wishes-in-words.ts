import type { Weekday } from '../../clock.ts';
import { WEEKDAY_NAMES } from '../../text/day-words.ts';
import type { StudyWishes } from '../wishes.ts';

const WORKDAYS = '1,2,3,4,5';

/** 每周二、周四; 每个工作日; 每天. */
export function daysInWords(days: readonly Weekday[]): string {
  if (days.length === 7) return '每天';
  if (days.join() === WORKDAYS) return '每周一至周五';
  return `每${days.map((day) => `周${WEEKDAY_NAMES[day - 1]}`).join('、')}`;
}

/** 8:30 of 08:30. */
export function timeInWords(time: string): string {
  return time.replace(/^0/u, '');
}

/** 每周二、周四 12:30. */
export function timesInWords({ days, time }: Pick<StudyWishes, 'days' | 'time'>): string {
  return days.length === 0 ? '只收培训单位安排的提醒' : `${daysInWords(days)} ${timeInWords(time)}`;
}
