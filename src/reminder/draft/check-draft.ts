import { dateIn } from '../../clock.ts';
import { endedClasses, type Recipient } from '../../people/audience/people-in.ts';
import type { TrainingClass } from '../../people/person.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import type { Reminder } from '../reminder.ts';
import { neverSends } from '../schedule/first-occurrences.ts';
import { instantAt } from '../schedule/local-time.ts';
import { messageFor } from './message.ts';
import { problemOfMessage, readTemplate } from './template.ts';
import { gapsIn } from './templates.ts';

/** Why a draft cannot be confirmed, and what of it has to be changed. */
export interface DraftProblem {
  readonly of: 'audience' | 'text' | 'timing';
  /** With what to do. */
  readonly words: string;
}

export interface DraftWorld {
  readonly recipients: readonly Recipient[];
  readonly classes: readonly TrainingClass[];
  /** On which it would go to somebody. */
  readonly dates: readonly unknown[];
  readonly restDays: RestDays;
}

/** The first of each kind. */
export function problemsOf(draft: Reminder, world: DraftWorld, now: Date): DraftProblem[] {
  const found = [
    ['audience', problemOfAudience(draft, world, now)],
    ['text', problemOfText(draft, world.recipients)],
    ['timing', problemOfTiming(draft, world, now)],
  ] as const;
  return found.flatMap(([of, words]) => (words === null ? [] : [{ of, words }]));
}

/** Null where a text can be sent to all of its audience. */
export function problemOfText(
  { kind, text, audience }: Pick<Reminder, 'kind' | 'text' | 'audience'>,
  recipients: readonly Recipient[],
): string | null {
  const read = readTemplate(text, audience);
  if (!read.ok) return read.problem;
  const gaps = gapsIn(text);
  if (gaps.length > 0) return `内容里还有没填的：${gaps.join('、')}。请填好以后再发送。`;
  const messages = recipients.map((recipient) => messageFor({ kind, text }, recipient));
  const [longest = text] = messages.toSorted((one, other) => other.length - one.length);
  return problemOfMessage(longest, kind);
}

function problemOfAudience(
  { audience, zone }: Reminder,
  { recipients, classes }: DraftWorld,
  now: Date,
): string | null {
  if (audience.length === 0) return '还没有选接收范围，请先选定发给谁。';
  const known = new Set(classes.map(({ id }) => id));
  const isGone = audience.every(({ classId }) => classId !== null && !known.has(classId));
  if (isGone) return '接收范围里的班次已经不在了，请重新选定发给谁。';
  if (recipients.length > 0) return null;
  const ended = new Set(endedClasses(audience, classes, dateIn(zone, now)).map(({ id }) => id));
  if (audience.every(({ classId }) => classId !== null && ended.has(classId))) {
    return '接收范围里的班次都已经结业，学习提醒和重复的通知不再发。结业后的事项，请用只发一次的班务通知。';
  }
  return '接收范围里现在一个人也没有。请核对班次、单位和角色，或者先导入名单。';
}

function problemOfTiming(draft: Reminder, world: DraftWorld, now: Date): string | null {
  const { timing, zone } = draft;
  if (timing.kind === 'once') {
    const at = instantAt(zone, timing.at.slice(0, 10), timing.at.slice(11));
    if (at <= now) return '发送时间已经过了，请改为以后的时间；要马上发送，改为“现在”。';
  }
  const never = neverSends(draft, world.restDays, now);
  if (never !== null) return never;
  // Whoever is nowhere is told of above.
  if (world.dates.length > 0 || world.recipients.length === 0) return null;
  return '到发送的时候，接收范围里的班次都已经结业，不会再发。请改时间或者范围；结业后的事项，请用只发一次的班务通知。';
}
