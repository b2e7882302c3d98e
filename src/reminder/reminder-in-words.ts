import { timeIn } from '../clock.ts';
import { MAILING_NAMES } from '../delivery/mailing.ts';
import type { TrainingClass } from '../people/person.ts';
import { audienceInWords } from './audience-in-words.ts';
import { dateInWords } from './dates-in-words.ts';
import { firstOccurrences } from './first-occurrences.ts';
import type { Reminder, ReminderState } from './reminder.ts';
import type { RestDays } from './rest-days.ts';
import { sendings } from './sendings.ts';
import { scheduleInWords } from './timing-in-words.ts';

export const STATE_NAMES: Readonly<Record<ReminderState, string>> = {
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

const DAY_MS = 86_400_000;
/** No rest moves a message further than that. */
const BACK_MS = 30 * DAY_MS;
const AHEAD_MS = 366 * DAY_MS;
/** As many as a daily one has in that time before now, and some after it. */
const MOST = 60;

const SHORTEST = 18;

/** A reminder in a line of a list. */
export function lineOf(
  reminder: Reminder,
  classes: readonly TrainingClass[],
  restDays: RestDays,
  now: Date,
): string {
  const { kind, state, audience, isUrgent } = reminder;
  const whom = audience.length === 0 ? '范围未定' : audienceInWords(audience, classes);
  const next = nextSending(reminder, restDays, now);
  const when =
    next === null ? scheduleInWords(reminder) : `下次 ${dateInWords(reminder.zone, next)}`;
  const urgent = isUrgent ? '，加急' : '';
  return `${STATE_NAMES[state]}，${MAILING_NAMES[kind]}${urgent}，${whom}，${when}，${shortText(reminder)}`;
}

/** The beginning of what it says. */
export function shortText({ text }: Pick<Reminder, 'text'>): string {
  const line = [...text.replace(/\s+/gu, ' ').trim()];
  if (line.length === 0) return '还没有写内容';
  return `“${line.slice(0, SHORTEST).join('')}${line.length > SHORTEST ? '…' : ''}”`;
}

/** Whether there is anything left to stop: its last messages may still be on their way. */
export function sendsStill({ state }: Pick<Reminder, 'state'>, waiting: number): boolean {
  return state === 'active' || (state === 'ended' && waiting > 0);
}

/** When messages go next, moved ones included; null where none will. */
export function nextSending(reminder: Reminder, restDays: RestDays, now: Date): Date | null {
  const { state, timing, confirmedAt } = reminder;
  if (state !== 'active' || confirmedAt === null) return null;
  const confirmed = new Date(confirmedAt);
  if (timing.kind === 'now') {
    const at = firstOccurrences(reminder, restDays, confirmed, 1).sent[0]?.at;
    return at === undefined || at <= now ? null : at;
  }
  const from = new Date(Math.max(confirmed.getTime(), now.getTime() - BACK_MS));
  const to = new Date(now.getTime() + AHEAD_MS);
  const coming = sendings(reminder, restDays, from, to, MOST).flatMap(({ time }) =>
    time.kind === 'at' && time.at > now ? [time.at] : [],
  );
  return coming[0] ?? null;
}
