import { timeIn } from '../../../clock.ts';
import { MAILING_NAMES } from '../../../delivery/mailing.ts';
import type { DeliveryReport } from '../../../delivery/report.ts';
import { audienceInWords } from '../../../people/audience/audience-in-words.ts';
import type { TrainingClass } from '../../../people/person.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { sendsStill, stateOf } from '../../../reminder/reminder-in-words.ts';
import { reportLines, unreachedLines } from '../../../reminder/report-in-words.ts';
import { dateInWords } from '../../../reminder/schedule/dates-in-words.ts';
import { nextSending } from '../../../reminder/schedule/next-sending.ts';
import { scheduleInWords } from '../../../reminder/schedule/timing-in-words.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { withReminder } from './opened-reminder.ts';

const OCCURRENCES_SHOWN = 8;
const NAMES_SHOWN = 50;

/** What was confirmed, and what has become of it in all its occurrences. */
export async function reminderPage(
  reminder: Reminder,
  right: 'manage' | 'see',
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { id, kind, state, text } = reminder;
  const mailings = await on.deliveries.mailings(id, OCCURRENCES_SHOWN);
  const several = mailings.length > 1 ? mailings : [];
  const each = several.map(
    ({ id: mailing, dueAt }): Button => [
      `${timeIn(reminder.zone, new Date(dueAt))} 这一次`,
      { kind: 'open-report', reminder: id, mailing },
    ],
  );
  const report = await on.deliveries.report(id, null);
  const classes = await on.people.classes();
  const next = nextSending(reminder, classes, on.restDays, on.now);
  const stop: Button[] =
    sendsStill(reminder, report.waiting) && right === 'manage'
      ? [['停止发送', { kind: 'ask-stop-reminder', reminder: id }]]
      : [];
  return {
    placement: 'turn',
    blocks: [
      heading(
        `${MAILING_NAMES[kind]}（${stateOf(reminder, report.waiting > 0 || next !== null)}）`,
      ),
      plain(factsOf(reminder, next, classes).join('\n')),
      plain(text),
      ...(state === 'draft' ? [] : await reportBlocks(reminder, report, null, on)),
      choices(
        '通知提醒',
        ...stop,
        ...each,
        ['刷新', { kind: 'open-reminder', reminder: id }],
        ['返回列表', { kind: 'list-reminders', from: 0 }],
      ),
    ],
  };
}

function factsOf(
  reminder: Reminder,
  next: Date | null,
  classes: readonly TrainingClass[],
): readonly string[] {
  const { audience, zone, isUrgent, authorName, confirmedAt, confirmedByName } = reminder;
  const by = (name: string | null) => (name === null || name === '' ? '未填姓名' : name);
  return [
    `接收：${audienceInWords(audience, classes)}`,
    `时间：${scheduleInWords(reminder)}${isUrgent ? '（加急）' : ''}`,
    ...(next === null ? [] : [`下次发送：${dateInWords(zone, next)}`]),
    `拟写：${by(authorName)}`,
    ...(confirmedAt === null
      ? []
      : [`确认：${by(confirmedByName)}，${timeIn(zone, new Date(confirmedAt))}`]),
  ];
}

/** One occurrence. */
export function openReport(
  { reminder, mailing }: DeedOf<'open-report'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReminder(reminder, on, async (found) => {
    const mailings = await on.deliveries.mailings(reminder, OCCURRENCES_SHOWN);
    const one = mailings.find(({ id }) => id === mailing);
    if (mailing !== null && one === undefined)
      return say('没有找到这一次发送，请重新打开这条提醒。');
    return {
      placement: 'turn',
      blocks: [
        ...(one === undefined
          ? []
          : [lead(`${dateInWords(found.zone, new Date(one.dueAt))}这一次`)]),
        ...(await reportBlocks(found, await on.deliveries.report(reminder, mailing), mailing, on)),
        choices('通知提醒', ['返回', { kind: 'open-reminder', reminder }]),
      ],
    };
  });
}

async function reportBlocks(
  { id, kind }: Reminder,
  report: DeliveryReport,
  mailing: string | null,
  { deliveries }: PersonalOccasion,
): Promise<DraftBlock[]> {
  const names = unreachedLines(await deliveries.unreached(id, mailing), kind);
  const more = names.length - NAMES_SHOWN;
  const shown = [...names.slice(0, NAMES_SHOWN), ...(more > 0 ? [`另有 ${more} 人`] : [])];
  return [
    heading('发送情况'),
    plain(reportLines(report, kind).join('\n')),
    ...(names.length === 0 ? [] : [heading('没有送达的人'), plain(shown.join('\n'))]),
    ...(kind === 'study' ? [remark('学习提醒自愿开启，不显示发给了谁、谁没有收到。')] : []),
  ];
}
