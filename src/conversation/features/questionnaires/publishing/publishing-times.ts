import { addDays, dateIn, timeIn } from '../../../../clock.ts';
import { problemOfPeriod } from '../../../../questionnaire/publishing/problem-of-period.ts';
import type { Piece } from '../../../../reminder/reading/piece.ts';
import { readMoment } from '../../../../reminder/reading/read-moment.ts';
import { type Button, choices, lead, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import type { Publishing } from '../../../state.ts';
import { waitForPublishing } from './with-publishing.ts';

type Which = DeedOf<'set-publishing-time'>['what'];

/** Of a day that is written without a time. */
const OPENING_TIME = '09:00';
export const CLOSING_TIME = '18:00';

const NOW = /^(?:现在|立即|立刻|马上|即刻|确认后)/u;

/** Asks when it opens or closes; a problem with what was said says what could be. */
export function askForTime(
  what: Which,
  publishing: Publishing,
  on: PersonalOccasion,
  problem: string | null = null,
): FeatureReply {
  const { questionnaire } = publishing;
  const set = (label: string, words: string): Button => [
    label,
    { kind: 'set-publishing-time', questionnaire, what, words },
  ];
  const buttons =
    what === 'opening'
      ? [set('现在', '现在'), set('明天 9:00', `${addDays(on.today, 1)} 9:00`)]
      : closingsFrom(publishing, on).map(([label, words]) => set(label, words));
  return {
    placement: 'turn',
    state: waitForPublishing(publishing, what, on),
    blocks: [
      lead(problem ?? (what === 'opening' ? '什么时候开始填写？' : '填到什么时候截止？')),
      remark(
        `可以点选，也可以写，例如${what === 'opening' ? '“6月10日 9:00”' : '“6月20日 18:00”“两周后”'}。现在是 ${timeIn(on.zone, on.now)}。`,
      ),
      choices(
        what === 'opening' ? '开始时间' : '截止时间',
        ...buttons,
        ...(publishing.closesAt === null
          ? []
          : [['返回核对', { kind: 'publish-questionnaire', questionnaire }] as const]),
        ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
      ),
    ],
  };
}

const SPANS = [
  ['一周后', 7],
  ['两周后', 14],
  ['一个月后', 30],
] as const;

function closingsFrom(
  { opensAt }: Publishing,
  on: PersonalOccasion,
): readonly (readonly [label: string, words: string])[] {
  const from = opensAt === null ? on.today : dateIn(on.zone, new Date(opensAt));
  return SPANS.map(([label, days]) => {
    const date = addDays(from, days);
    return [`${label}（${shortDay(date)} 18:00）`, `${date} 18:00`] as const;
  });
}

/** 6月8日. */
export function shortDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** What was begun with the time in it, or why it cannot be so. */
export function withTime(
  what: Which,
  words: string,
  publishing: Publishing,
  { now, zone }: PersonalOccasion,
):
  | { readonly ok: true; readonly publishing: Publishing }
  | { readonly ok: false; readonly problem: string } {
  if (what === 'opening') {
    if (NOW.test(words.trim())) return { ok: true, publishing: { ...publishing, opensAt: null } };
    const read = readMoment(words, now, zone, OPENING_TIME);
    if (!read.ok) return read;
    if (read.value <= now) return past(zone, now);
    return { ok: true, publishing: { ...publishing, opensAt: read.value.toISOString() } };
  }
  const read: Piece<Date> = readMoment(words, now, zone, CLOSING_TIME);
  if (!read.ok) return read;
  const opensAt = publishing.opensAt === null ? now : new Date(publishing.opensAt);
  const problem = problemOfPeriod(opensAt, read.value, now);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, publishing: { ...publishing, closesAt: read.value.toISOString() } };
}

function past(zone: string, now: Date) {
  const problem = `这个时间已经过去了（现在是 ${timeIn(zone, now)}）。请写以后的时间；马上开始的，写“现在”。`;
  return { ok: false as const, problem };
}
