import { addDays, dateIn, weekdayOf } from '../../clock.ts';
import { instantAt } from '../schedule/local-time.ts';
import type { StudyWishes } from '../wishes.ts';

/** What there is to do for a learner. */
export interface DueForLearner {
  /** Recall questions whose day has come. */
  readonly dueRecall: number;
  /** What they recorded last, in words; null where there is nothing. */
  readonly lastStudied: { readonly words: string } | null;
}

/** The last one that comes unless it is heeded. */
export const LAST_WARNING =
  '最近的提醒您可能用不上。这条之后如果没有打开，系统就先不再提醒，需要时可以随时重新开启。';

const LONGEST_STUDIED = 40;

/**
 * A learner's own reminder, as short as a glance at a phone. It names what is next, and says nothing
 * of what was not done.
 */
export function ownReminder(
  { dueRecall, lastStudied }: DueForLearner,
  isLastWarning: boolean,
): string {
  const lines = ['到了您选定的学习时间。'];
  if (dueRecall > 0) lines.push(`有 ${dueRecall} 道回忆题可以做。`);
  if (lastStudied !== null) {
    lines.push(`上次学的是“${shortened(lastStudied.words)}”，可以接着学。`);
  }
  if (dueRecall === 0 && lastStudied === null) {
    lines.push('可以从学习材料里挑一部分看看，学完随手记一条。');
  }
  return withLastWarning(lines.join('\n'), isLastWarning);
}

/** A study reminder, with the line that it is the last one where it is. */
export function withLastWarning(text: string, isLastWarning: boolean): string {
  return isLastWarning ? `${text}\n${LAST_WARNING}` : text;
}

/**
 * Instants in (`from`, `to`] at which a learner wants a reminder of their own, the earliest first;
 * rest days are left out later, by `sendingTime`.
 */
export function ownOccurrences(
  { isOn, days, time }: Pick<StudyWishes, 'isOn' | 'days' | 'time'>,
  zone: string,
  from: Date,
  to: Date,
): Date[] {
  if (!isOn || days.length === 0) return [];
  const found: Date[] = [];
  const last = dateIn(zone, to);
  for (let day = dateIn(zone, from); day <= last; day = addDays(day, 1)) {
    if (!days.includes(weekdayOf(day))) continue;
    const at = instantAt(zone, day, time);
    if (at > from && at <= to) found.push(at);
  }
  return found;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_STUDIED
    ? line
    : `${characters.slice(0, LONGEST_STUDIED - 1).join('')}…`;
}
