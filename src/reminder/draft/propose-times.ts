import { addDays, dateIn } from '../../clock.ts';
import type { TrainingClass } from '../../people/person.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import type { Reminder } from '../reminder.ts';
import { dateInWords } from '../schedule/dates-in-words.ts';
import { clockIn, instantAt } from '../schedule/local-time.ts';

export interface ProposedTime {
  readonly label: string;
  /** One and the same time whenever they are read. */
  readonly words: string;
}

const LAST_FOR_AFTERNOON = '15:30';
const FARTHEST = 30;

/** Times that are often meant. */
export function proposeTimes(
  { kind, audience, zone }: Pick<Reminder, 'kind' | 'audience' | 'zone'>,
  classes: readonly TrainingClass[],
  restDays: RestDays,
  now: Date,
): readonly ProposedTime[] {
  if (kind === 'study') {
    return ['每周一 9:00', '每周三 9:30', '每周五 16:00'].map((words) => ({ label: words, words }));
  }
  const today = dateIn(zone, now);
  const tomorrow = addDays(today, 1);
  const on = (date: string, time: string, label?: string): ProposedTime => ({
    label: label ?? dateInWords(zone, instantAt(zone, date, time)),
    words: `${date} ${time}`,
  });
  const isStillDay = clockIn(zone, now) < LAST_FOR_AFTERNOON;
  const workday = workdayAfter(tomorrow, restDays);
  const starts = classes
    .filter(({ id }) => audience.some(({ classId }) => classId === id))
    .map(({ startsOn }) => addDays(startsOn, -1))
    .filter((eve) => eve > tomorrow);
  return [
    { label: '现在', words: '现在' },
    ...(isStillDay ? [on(today, '16:00', '今天 16:00')] : []),
    on(tomorrow, '09:00', '明天 9:00'),
    ...(workday === tomorrow ? [] : [on(workday, '09:00')]),
    ...[...new Set(starts)].map((eve) => on(eve, '09:00', '开班前一天 9:00')).slice(0, 1),
  ];
}

function workdayAfter(from: string, restDays: RestDays): string {
  const days = Array.from({ length: FARTHEST }, (_, at) => addDays(from, at));
  return days.find((day) => restDays.kindOf(day) !== 'rest') ?? from;
}
