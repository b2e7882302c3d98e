import { dateIn } from '../../clock.ts';
import { endedClasses } from '../../people/audience/people-in.ts';
import type { TrainingClass } from '../../people/person.ts';
import { restDaysRemark } from '../calendar/rest-days-remark.ts';
import type { Reminder } from '../reminder.ts';
import { clockInWords, dateInWords } from '../schedule/dates-in-words.ts';
import type { FirstOccurrences } from '../schedule/first-occurrences.ts';
import { clockIn } from '../schedule/local-time.ts';
import { isEachWorkday } from '../schedule/timing-in-words.ts';

/** Words that mean another day to whoever reads them later. */
const RELATIVE = /今天|明天|后天|昨天|今晚|明早|明晚|本周|下周|这周/u;

const WHY_LEFT_OUT = {
  quiet: '在晚 8 点至早 8 点之间',
  rest: '是休息日',
  overtaken: '顺延后与下一次重合',
} as const;

interface Seen {
  readonly classes: readonly TrainingClass[];
  readonly when: FirstOccurrences;
}

/** What people would not expect of what they are about to confirm. */
export function remarksOn(draft: Reminder, seen: Seen, now: Date): string[] {
  return [
    ...onRestDays(draft, seen.when),
    ...onClasses(draft, seen.classes, dateIn(draft.zone, now)),
    ...onWishes(draft, seen.when),
    ...onText(draft, seen.when, now),
  ];
}

function onRestDays(draft: Reminder, { leftOut, unknownYears }: FirstOccurrences): string[] {
  const { zone } = draft;
  // What goes each working day is known not to go on the others.
  const unexpected = isEachWorkday(draft) ? leftOut.filter(({ why }) => why === 'quiet') : leftOut;
  const told = unexpected.map(({ due, why }) => `${dateInWords(zone, due)}${WHY_LEFT_OUT[why]}`);
  return [
    ...(told.length === 0
      ? []
      : [
          `以下各次不发：${told.slice(0, 5).join('；')}${told.length > 5 ? `；等 ${told.length} 次` : ''}。`,
        ]),
    ...(unknownYears.length === 0 ? [] : [restDaysRemark(unknownYears)]),
  ];
}

function onClasses(
  { kind, audience, timing }: Reminder,
  classes: readonly TrainingClass[],
  today: string,
): string[] {
  const goesOn = kind === 'study' || timing.kind === 'repeat';
  const ended = endedClasses(audience, classes, today).map(({ name, endsOn }) =>
    goesOn
      ? `“${name}”已于 ${endsOn} 结业，不再发给这个班。`
      : `“${name}”已于 ${endsOn} 结业，这条通知仍然发给班里的人，请核对。`,
  );
  if (timing.kind !== 'repeat') return ended;
  const named = new Set(audience.map(({ classId }) => classId));
  const ending = classes
    .filter(({ id, endsOn }) => named.has(id) && endsOn >= today)
    .filter(({ endsOn }) => timing.endsOn === null || endsOn < timing.endsOn)
    .map(({ name, endsOn }) => `“${name}”${endsOn} 结业，此后不再发给这个班。`);
  return [...ended, ...ending];
}

/** Whose time of day wins. */
function onWishes({ kind, timing, zone }: Reminder, { sent }: FirstOccurrences): string[] {
  if (kind !== 'study') return [];
  const caps = '每人每天最多一条、每周次数按本人的意愿，已经有学习记录的不发。';
  const first = sent[0];
  if (timing.kind === 'now' || first === undefined) return [caps];
  const from = clockInWords(clockIn(zone, first.due));
  const whose =
    timing.until === null
      ? `统一在 ${from} 发，不看学员自己选的时间。`
      : `学员自己选的时间在 ${from} 至 ${clockInWords(timing.until)} 之间的，按本人的时间发；其余的在 ${from} 发。`;
  return [`${whose}${caps}`];
}

function onText({ text, zone }: Reminder, { sent }: FirstOccurrences, now: Date): string[] {
  const [word] = RELATIVE.exec(text) ?? [];
  const isToday = sent.every(({ at }) => dateIn(zone, at) === dateIn(zone, now));
  if (word === undefined || isToday) return [];
  return [`内容里写的是“${word}”，收到的人会按收到的那天理解。请核对，最好写明日期。`];
}
