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

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_STUDIED
    ? line
    : `${characters.slice(0, LONGEST_STUDIED - 1).join('')}…`;
}
