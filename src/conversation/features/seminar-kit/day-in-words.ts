import { dayInWords } from '../../../checkin/study-date.ts';

/** 6月3日（周四）, with its year where that is another one. */
export function heldOnInWords(day: string, today: string): string {
  const year = day.slice(0, 4);
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${dayInWords(day)}`;
}
