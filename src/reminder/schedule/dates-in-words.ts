import { dateIn, weekdayOf } from '../../clock.ts';
import { WEEKDAY_NAMES } from '../../text/day-words.ts';
import { clockIn } from './local-time.ts';

/** 9:30 of 09:30. */
export function clockInWords(time: string): string {
  return time.replace(/^0/u, '');
}

/** 2027年6月2日（星期三）9:30. */
export function dateInWords(zone: string, instant: Date): string {
  const date = dateIn(zone, instant);
  const weekday = WEEKDAY_NAMES[weekdayOf(date) - 1];
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日（星期${weekday}）${clockInWords(clockIn(zone, instant))}`;
}
