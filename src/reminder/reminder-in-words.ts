import { timeIn } from '../clock.ts';
import { MAILING_NAMES } from '../delivery/mailing.ts';
import type { TrainingClass } from '../people/person.ts';
import { audienceInWords } from './audience/audience-in-words.ts';
import type { RestDays } from './calendar/rest-days.ts';
import type { Reminder, ReminderState } from './reminder.ts';
import { dateInWords } from './schedule/dates-in-words.ts';
import { nextSending } from './schedule/next-sending.ts';
import { scheduleInWords } from './schedule/timing-in-words.ts';

const STATE_NAMES: Readonly<Record<ReminderState, string>> = {
  draft: '草稿',
  active: '发送中',
  stopped: '已停止',
  ended: '已发完',
};

/** What the list of deeds says of one: nothing that somebody wrote. */
export function detailOf(
  { kind, audience }: Pick<Reminder, 'kind' | 'audience'>,
  classes: readonly TrainingClass[],
): string {
  const whom = audience.length === 0 ? '范围未定' : audienceInWords(audience, classes);
  return `${MAILING_NAMES[kind]}，${whom}`;
}

/** Of one that is no draft any more: 由王芳于 2027-06-01 12:00 确认发送. */
export function confirmationOf(
  { confirmedAt, confirmedByName }: Pick<Reminder, 'confirmedAt' | 'confirmedByName'>,
  zone: string,
): string {
  const who = confirmedByName === null || confirmedByName === '' ? '其他人' : confirmedByName;
  const when = confirmedAt === null ? '' : `于 ${timeIn(zone, new Date(confirmedAt))} `;
  return `由${who}${when}确认发送`;
}

const SHORTEST = 18;

/** @param isWaiting whether messages of it have not gone yet, which those of one that is over may not */
export function stateOf({ state }: Pick<Reminder, 'state'>, isWaiting: boolean): string {
  return STATE_NAMES[state === 'ended' && isWaiting ? 'active' : state];
}

/** A reminder in a line of a list. */
export function lineOf(
  reminder: Reminder,
  classes: readonly TrainingClass[],
  restDays: RestDays,
  now: Date,
): string {
  const { kind, audience, isUrgent } = reminder;
  const whom = audience.length === 0 ? '范围未定' : audienceInWords(audience, classes);
  const next = nextSending(reminder, classes, restDays, now);
  const when =
    next === null ? scheduleInWords(reminder) : `下次 ${dateInWords(reminder.zone, next)}`;
  const urgent = isUrgent ? '，加急' : '';
  return `${stateOf(reminder, next !== null)}，${MAILING_NAMES[kind]}${urgent}，${whom}，${when}，${shortText(reminder)}`;
}

/** The beginning of what it says. */
function shortText({ text }: Pick<Reminder, 'text'>): string {
  const line = [...text.replace(/\s+/gu, ' ').trim()];
  if (line.length === 0) return '还没有写内容';
  return `“${line.slice(0, SHORTEST).join('')}${line.length > SHORTEST ? '…' : ''}”`;
}

/** Whether there is anything left to stop: its last messages may still be on their way. */
export function sendsStill({ state }: Pick<Reminder, 'state'>, waiting: number): boolean {
  return state === 'active' || (state === 'ended' && waiting > 0);
}
