import { dateIn, timeIn } from '../../clock.ts';
import { cleanWords } from '../../text/clean-words.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { existsIn, instantAt } from '../schedule/local-time.ts';
import { type Piece, read, unread } from './piece.ts';
import { readClock } from './read-clock.ts';
import { readDate } from './read-date.ts';

const AROUND =
  /^(?:请|在|于|定于|到|至|截至|截止到?|[,;。 ])+|(?:以?前|截止|结束|开始|为止|的|[,;。 ])+$/gu;
const SPANS: readonly (readonly [RegExp, number])[] = [
  [/([\d一二两三四五六七八九十]{1,3})个?(?:周|星期|礼拜)(?:之|以)?后/u, 7],
  [/([\d一二两三四五六七八九十]{1,3})个?月(?:之|以)?后/u, 30],
];

/**
 * One point in time as people write it: 6月20日 18:00, 两周后, 下周五.
 *
 * @param usual `HH:MM` where a day is written without a time
 */
export function readMoment(text: string, now: Date, zone: string, usual: string): Piece<Date> {
  const plain = cleanWords(text)
    .replace(/[：，；（）／～]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/(\d)T(\d)/gu, '$1 $2')
    .replace(/\s+/gu, ' ')
    .trim();
  const clock = readClock(plain);
  if (clock !== null && !clock.ok) return clock;
  if (clock !== null && clock.value.until !== null) {
    return unread('请只写一个时间，例如“6月20日 18:00”。');
  }
  const time = clock?.value.time ?? usual;
  const words = inDays((clock?.value.rest ?? plain).replaceAll(' ', '').replace(AROUND, ''));
  const today = dateIn(zone, now);
  const date = readDate(words, today, timeIn(zone, now).slice(11) < time);
  if (date === null) return unread('没有看懂时间。可以写“6月20日 18:00”“下周五 17:00”“两周后”。');
  if (!date.ok) return date;
  if (!existsIn(zone, date.value, time)) {
    return unread(`${date.value} 这一天没有 ${time} 这个时间。请换一个时间。`);
  }
  return read(instantAt(zone, date.value, time));
}

/** 两周后 is 14天后. */
function inDays(words: string): string {
  for (const [span, days] of SPANS) {
    const [, number] = span.exec(words) ?? [];
    if (number === undefined) continue;
    const count = parseNumeral(number.replace('两', '二')) ?? 0;
    return `${count * days}天后`;
  }
  return words;
}
