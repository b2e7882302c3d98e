import type { LearningEntry } from '../../../checkin/entry.ts';
import { dayInWords } from '../../../checkin/study-date.ts';

/** 今天, or the day with 补记. */
export function whenStudied(
  { studiedOn, isMadeUp }: Pick<LearningEntry, 'studiedOn' | 'isMadeUp'>,
  today: string,
): string {
  const day = studiedOn === today ? '今天' : dayInWords(studiedOn);
  return isMadeUp ? `${day}，补记` : day;
}

/** An entry in a line, for a list: `11月23日（周一） 五（二）师资队伍建设`. */
export function entryLine(entry: LearningEntry): string {
  const marks = [entry.isMadeUp ? '补记' : '', entry.sharedWith === null ? '' : '已分享'];
  const inBrackets = marks.filter((mark) => mark !== '').join('，');
  const mark = inBrackets === '' ? '' : `（${inBrackets}）`;
  return `${dayInWords(entry.studiedOn)} ${entry.studied}${mark}`;
}
