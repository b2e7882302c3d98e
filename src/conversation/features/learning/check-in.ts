import { dayInWords, MOST_DAYS_BACK, problemOfDate } from '../../../checkin/study-date.ts';
import { addDays } from '../../../clock.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { askForConsent } from './ask-for-consent.ts';

/** Where a record begins: what was studied, by a tap or in a line of one's own. */
export async function offerCheckIn(
  day: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (on.person.consentedAt === null) return askForConsent('check-in', on);
  const problem = day === null ? null : problemOfDate(day, on.today);
  if (problem !== null) return say(problem);
  const when = day === null || day === on.today ? '这次' : `${dayInWords(day)}`;
  const sessions = await sessionButtons(day, on);
  const others: Button[] =
    day === null
      ? [
          ['补记前几天', { kind: 'choose-day', entry: null }],
          ['我的记录', { kind: 'list-entries', before: null }],
        ]
      : [];
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'study', on: day },
    blocks: [
      lead(`${when}学了什么？`),
      plain('可以点选，也可以直接写一句，例如“五（二）”或者“听了网络安全专题讲座”。'),
      remark(await monthInWords(on)),
      choices(
        '学习内容',
        ['资料章节', { kind: 'choose-place', material: null, chapter: null, on: day, entry: null }],
        ...sessions,
        ...others,
      ),
    ],
  };
}

export async function monthInWords({ learning, person, today }: PersonalOccasion) {
  const days = await learning.days(person.id, `${today.slice(0, 8)}01`);
  const times = days.reduce((sum, { entries }) => sum + entries, 0);
  return times === 0 ? '本月还没有学习记录。' : `本月学了 ${times} 次。`;
}

/** Classes under way, whose sessions can be recorded by a tap. */
async function sessionButtons(day: string | null, on: PersonalOccasion): Promise<Button[]> {
  const classes = await Promise.all(
    on.person.memberships.map(({ classId }) => on.people.class(classId)),
  );
  const studied = day ?? on.today;
  return classes.flatMap((one): Button[] =>
    one !== null && one.startsOn <= studied && studied <= one.endsOn
      ? [[`${one.name}课程`, { kind: 'record-session', classId: one.id, on: day }]]
      : [],
  );
}

/** The days that a record may be made up for, the latest first. */
export function chooseDay(
  entry: string | null,
  { person, today, ...on }: PersonalOccasion,
): FeatureReply {
  if (person.consentedAt === null) return askForConsent('check-in', { person, today, ...on });
  const from = entry === null ? 1 : 0;
  const days = Array.from({ length: MOST_DAYS_BACK + 1 - from }, (_, back) =>
    addDays(today, -back - from),
  );
  const deedFor = (day: string): Deed =>
    entry === null ? { kind: 'open-check-in', on: day } : { kind: 'move-day', entry, on: day };
  return {
    placement: 'turn',
    blocks: [
      lead(entry === null ? '补记哪一天的学习？' : '改为哪一天？'),
      remark(`可以补记最近 ${MOST_DAYS_BACK} 天的学习，记录上会注明“补记”。`),
      choices('日期', ...days.map((day): Button => [dayInWords(day), deedFor(day)])),
    ],
  };
}
