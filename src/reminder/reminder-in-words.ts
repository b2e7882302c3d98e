import { timeIn } from '../clock.ts';
import { MAILING_NAMES } from '../delivery/mailing.ts';
import { audienceInWords } from '../people/audience/audience-in-words.ts';
import type { TrainingClass } from '../people/person.ts';
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
export function stateOf(
  { state, timing }: Pick<Reminder, 'state' | 'timing'>,
  isWaiting: boolean,
): string {
  // What goes once is over as soon as its messages have been made.
  if (state === 'active' && timing.kind !== 'repeat') return '待发送';
  return STATE_NAMES[state === 'ended' && isWaiting ? 'active' : state];
}

/**
 * A reminder in a line of a list.
 *
 * @param waiting how many messages have been made and have not gone yet
 */
export function lineOf(
  reminder: Reminder,
  classes: readonly TrainingClass[],
  restDays: RestDays,
  now: Date,
  waiting = 0,
): string {
  const { kind, audience, isUrgent, timing } = reminder;
  const whom = audience.length === 0 ? '范围未定' : audienceInWords(audience, classes);
  const next = nextSending(reminder, classes, restDays, now);
  const when =
    next === null
      ? scheduleInWords(reminder)
      : `${timing.kind === 'repeat' ? '下次' : '定于'} ${dateInWords(reminder.zone, next)}`;
  const urgent = isUrgent ? '，加急' : '';
  return `${stateOf(reminder, next !== null || waiting > 0)}，${MAILING_NAMES[kind]}${urgent}，${whom}，${when}，${shortText(reminder)}`;
}

/** All of them begin alike with whom they are to. */
const SALUTATION = /^\{姓名\}(?:同志)?[：:，,\s]*/u;
const CUT_PLACEHOLDER = /\{[^}]*$/u;

/** The beginning of what it says. */
function shortText({ text }: Pick<Reminder, 'text'>): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  const line = [...(words.replace(SALUTATION, '') || words)];
  if (line.length === 0) return '还没有写内容';
  if (line.length <= SHORTEST) return `“${line.join('')}”`;
  return `“${line.slice(0, SHORTEST).join('').replace(CUT_PLACEHOLDER, '')}…”`;
}

/** Whether there is anything left to stop: its last messages may still be on their way. */
export function sendsStill({ state }: Pick<Reminder, 'state'>, waiting: number): boolean {
  return state === 'active' || (state === 'ended' && waiting > 0);
}
