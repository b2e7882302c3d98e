import { dateIn } from '../../clock.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import { unknownYears } from '../calendar/rest-days-remark.ts';
import { sendingTime } from './sending-time.ts';
import { type Schedule, type Sending, sendings } from './sendings.ts';

const YEAR_MS = 366 * 86_400_000;
const AT_A_TIME = 20;

export interface FirstOccurrences {
  /** What will go first; `at` differs from `due` where it is moved. */
  readonly sent: readonly { readonly due: Date; readonly at: Date }[];
  /** Occurrences between them that do not go, such as those on rest days. */
  readonly leftOut: readonly {
    readonly due: Date;
    readonly why: 'quiet' | 'rest' | 'overtaken';
  }[];
  /** Years of these days whose arrangement of holidays is not at hand. */
  readonly unknownYears: readonly number[];
}

/** When a reminder goes first if it is confirmed now, for people to look at before they do. */
export function firstOccurrences(
  reminder: Schedule,
  restDays: RestDays,
  now: Date,
  count: number,
): FirstOccurrences {
  const sent: { due: Date; at: Date }[] = [];
  const leftOut: FirstOccurrences['leftOut'][number][] = [];
  for (const { due, time } of ahead(reminder, restDays, now)) {
    if (sent.length === count) break;
    if (time.kind === 'at') sent.push({ due, at: time.at });
    else leftOut.push({ due, why: time.why });
  }
  const instants = [...sent.flatMap(({ due, at }) => [due, at]), ...leftOut.map(({ due }) => due)];
  const dates = instants.map((instant) => dateIn(reminder.zone, instant));
  return { sent, leftOut, unknownYears: unknownYears(dates, restDays) };
}

/** Why nothing of a reminder would ever go, with what to do; null where something would. */
export function neverSends(reminder: Schedule, restDays: RestDays, now: Date): string | null {
  const reasons = new Set<string>();
  for (const { time } of ahead(reminder, restDays, now)) {
    if (time.kind === 'at') return null;
    reasons.add(time.why);
  }
  if (reasons.size === 0) return '这条提醒往后没有要发送的时间。请核对时间和截止日期。';
  return reasons.has('quiet')
    ? '学习提醒在 20:00 至次日 8:00 不发送，照这个时间一次也发不出去。请改到 8:00 至 20:00 之间。'
    : '学习提醒在休息日不发送，照这个时间一次也发不出去。请改到工作日。';
}

/** Of the next two years, a few at a time; the first of ten years where there is none in two. */
function* ahead(reminder: Schedule, restDays: RestDays, now: Date): Generator<Sending> {
  const { kind, isUrgent, timing, zone } = reminder;
  if (timing.kind === 'now') {
    yield { due: now, time: sendingTime(kind, isUrgent, now, zone, restDays) };
    return;
  }
  const within = (years: number, from: Date, most: number) =>
    sendings(reminder, restDays, from, new Date(now.getTime() + years * YEAR_MS), most);
  let found = within(2, now, AT_A_TIME);
  // 29 February may be further away.
  if (found.length === 0) found = within(10, now, 1);
  while (found.length > 0) {
    yield* found;
    found = within(2, found.at(-1)?.due ?? now, AT_A_TIME);
  }
}
