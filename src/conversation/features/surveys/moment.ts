import { timeIn } from '../../../clock.ts';
import type { Occasion } from '../../feature.ts';

/** 6月30日18:00, with its year where that is another one. */
export function momentInWords(instant: string, { zone, today }: Occasion): string {
  const [date = '', time = ''] = timeIn(zone, new Date(instant)).split(' ');
  const [year, month, day] = date.split('-').map(Number);
  const isThisYear = today.startsWith(date.slice(0, 4));
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日${time}`;
}
