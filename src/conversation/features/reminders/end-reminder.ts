import { MAILING_NAMES } from '../../../delivery/mailing.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { detailOf, sendsStill, stateOf } from '../../../reminder/reminder-in-words.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { withDraft, withOwnReminder } from './opened-reminder.ts';

/** Goes on with what still sends, and how many messages wait; a draft is deleted instead. */
function withSending(
  id: string,
  on: PersonalOccasion,
  then: (reminder: Reminder, waiting: number) => SoonReplied,
): Promise<FeatureReply> {
  return withOwnReminder(id, on, async (reminder) => {
    const { waiting } = await on.deliveries.report(id, null);
    if (sendsStill(reminder, waiting)) return then(reminder, waiting);
    const words =
      reminder.state === 'draft'
        ? '这一条还是草稿，没有发送，不用停止；不要了可以删除。'
        : `这一条${stateOf(reminder, false)}，没有可以停止的了。`;
    return {
      placement: 'turn',
      blocks: [
        lead(words),
        choices('通知提醒', ['查看这一条', { kind: 'open-reminder', reminder: id }]),
      ],
    };
  });
}

export function confirmStopping(
  { reminder }: DeedOf<'ask-stop-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSending(reminder, on, ({ id, kind }, waiting) => ({
    placement: 'turn',
    blocks: [
      lead(`停止发送这条${MAILING_NAMES[kind]}？`),
      remark(
        `${waiting > 0 ? `还有 ${waiting} 人的消息没有发出，停止后不再发送。` : '停止后，以后各次都不再发送。'}已经发出的不能收回。停止后不能恢复，需要时请另外新建。`,
      ),
      choices(
        '确认停止',
        ['确定停止', { kind: 'stop-reminder', reminder: id }],
        ['不停止', { kind: 'open-reminder', reminder: id }],
      ),
    ],
  }));
}

export function stopReminder(
  { reminder }: DeedOf<'stop-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSending(reminder, on, async (stopped) => ({
    placement: 'turn',
    changes: [
      {
        of: 'reminder',
        change: { kind: 'stop-reminder', id: reminder, at: on.now.toISOString() },
      },
      audited('停止发送', detailOf(stopped, await on.people.classes()), on),
    ],
    blocks: [
      lead('已停止。还没有发出的不再发送，已经发出的不能收回。'),
      choices(
        '通知提醒',
        ['查看发送情况', { kind: 'open-reminder', reminder }],
        ['提醒管理', { kind: 'list-reminders', from: 0 }],
      ),
    ],
  }));
}

export function confirmDropping(
  { reminder }: DeedOf<'ask-drop-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, ({ id, kind }) => ({
    placement: 'turn',
    blocks: [
      lead(`删除这份${MAILING_NAMES[kind]}草稿？`),
      remark('删除后不能恢复。没有发送给任何人。'),
      choices(
        '确认删除',
        ['确定删除', { kind: 'drop-reminder', reminder: id }],
        ['不删除', { kind: 'open-reminder', reminder: id }],
      ),
    ],
  }));
}

export function dropReminder(
  { reminder }: DeedOf<'drop-reminder'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(reminder, on, async (draft) => ({
    placement: 'turn',
    changes: [
      { of: 'reminder', change: { kind: 'drop-draft', id: reminder } },
      audited('删除提醒草稿', detailOf(draft, await on.people.classes()), on),
    ],
    blocks: [
      lead('草稿已删除。'),
      choices(
        '通知提醒',
        ['提醒管理', { kind: 'list-reminders', from: 0 }],
        ['新建', { kind: 'new-reminder' }],
      ),
    ],
  }));
}
